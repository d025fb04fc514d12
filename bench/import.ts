import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseInProcess } from '../src/main/library/import/parse-in-process.ts';
import { wireStory } from '../src/main/library/import/duplicates/wire-copies.ts';
import { openLibrary } from '../src/main/library/library.ts';
import { testPorts } from '../src/main/library/test-library.ts';

const folder = mkdtempSync(join(tmpdir(), 'attache-bench-import-'));
const megabytes = () => Math.round(process.memoryUsage().rss / 1024 / 1024);

/** Text files of about 500 words. */
function writeArticles(count: number): string {
  const at = join(folder, `articles-${count}`);
  mkdirSync(at);
  for (let index = 0; index < count; index += 1) {
    writeFileSync(join(at, `${index}.txt`), wireStory(index));
  }
  return at;
}

/** The peer: the same texts into a bare FTS5 table on disk, 100 a transaction. Milliseconds. */
function bareFts(count: number): number {
  const texts = Array.from({ length: count }, (_, index) => wireStory(index));
  const began = performance.now();
  const db = new DatabaseSync(join(folder, `bare-${count}.sqlite`));
  db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL');
  db.exec('CREATE VIRTUAL TABLE articles USING fts5(title, body)');
  const insert = db.prepare('INSERT INTO articles VALUES (?, ?)');
  for (let at = 0; at < texts.length; at += 100) {
    db.exec('BEGIN');
    for (const text of texts.slice(at, at + 100)) insert.run(text.slice(0, 60), text);
    db.exec('COMMIT');
  }
  db.close();
  return performance.now() - began;
}

async function importArticles(count: number, from: string): Promise<{ took: number; rss: number }> {
  const library = openLibrary(join(folder, `library-${count}`), testPorts(parseInProcess));
  let rss = 0;
  const timer = setInterval(() => (rss = Math.max(rss, megabytes())), 20);
  const began = performance.now();
  const result = await library.call('import.run', { sources: [{ path: from }] });
  const took = performance.now() - began;
  clearInterval(timer);
  const { imported } = result as { imported: unknown[] };
  if (imported.length !== count) throw new Error(`Only ${imported.length} of ${count} imported.`);
  await library.close();
  return { took, rss };
}

/** Opening and the first page, the middle of seven runs. */
async function firstPage(count: number): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 7; run += 1) {
    const began = performance.now();
    const library = openLibrary(join(folder, `library-${count}`), testPorts(parseInProcess));
    await library.call('articles.list', {});
    times.push(performance.now() - began);
    await library.close();
  }
  return times.sort((a, b) => a - b)[3] ?? Number.NaN;
}

try {
  const small = 1000;
  const large = 10_000;
  const before = megabytes();
  await importArticles(small, writeArticles(small));
  const from = writeArticles(large);
  const imported = await importArticles(large, from);
  const bare = bareFts(large);
  const [pageSmall, pageLarge] = [await firstPage(small), await firstPage(large)];
  const ratio = (value: number) => value.toFixed(2);
  console.log(
    `import of ${large} texts ÷ bare FTS5       ${ratio(imported.took / bare)}  (goal ≤ 2.5)`,
  );
  console.log(
    `articles a second                        ${Math.round((large / imported.took) * 1000)}  (goal ≥ 1000)`,
  );
  console.log(`resident memory, before and at most, MB  ${before}, ${imported.rss}  (goal < 300)`);
  console.log(
    `open and first page, ${large} ÷ ${small}      ${ratio(pageLarge / pageSmall)}  (goal ≤ 1.3)`,
  );
  console.log(`open and first page at ${large}, ms        ${ratio(pageLarge)}  (goal ≤ 500)`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
