import { openContext } from '../src/main/library/open-context.ts';
import { mergeSome } from '../src/main/library/search/merge-index.ts';
import { searchHandlers } from '../src/main/library/search/search.ts';
import type { Database } from '../src/main/library/storage/database.ts';
import { testPorts } from '../src/main/library/test-library.ts';
import { random } from './measure.ts';
import type { BenchArticle } from './texts.ts';

const batch = 500;
const outlets = 60;
const actors = 80;
const mentionsPerArticle = 4;
const newest = 2026;

export const madeOutlet = (n: number): string => `Outlet number${n}`;

/** Puts articles with outlets, dates and mentions of actors into a library; answers what it takes. */
export function makeLibrary(
  dir: string,
  articles: Iterable<BenchArticle>,
  said: (done: number) => void = () => undefined,
): { seconds: number; articles: number } {
  const ports = testPorts();
  const context = openContext(dir, ports, { emit: () => undefined });
  const { db, commands } = context;
  searchHandlers(context);
  const start = performance.now();
  const next = random(3);
  commands.quietly(null, () => insertActors(db));
  let waiting: BenchArticle[] = [];
  let count = 0;
  const flush = () => {
    const first = count;
    commands.quietly(null, () => {
      waiting.forEach((article, i) => insertArticle(db, first + i + 1, article, next));
      forgetOthersWork(db);
    });
    count += waiting.length;
    waiting = [];
    said(count);
  };
  for (const article of articles) if (waiting.push(article) === batch) flush();
  if (waiting.length > 0) flush();
  // What an open library does when it has rested for some seconds.
  while (commands.quietly(null, () => mergeSome(db)));
  const seconds = (performance.now() - start) / 1000;
  context.close();
  return { seconds, articles: count };
}

function insertActors(db: Database): void {
  const insert = db.prepare(
    `INSERT INTO actors (seq, id, kind, name, created, modified) VALUES (?, ?, 'person', ?, '', '')`,
  );
  for (let n = 1; n <= actors; n++) insert.run(n, `actor-${n}`, `Person Number${n}`);
  db.prepare('INSERT INTO originals (sha256, bytes) VALUES (?, 0)').run('0'.repeat(64));
}

function insertArticle(
  db: Database,
  seq: number,
  { title, text }: BenchArticle,
  next: () => number,
): void {
  const two = (n: number) => String(1 + Math.floor(n)).padStart(2, '0');
  const issued = `${newest - Math.floor(next() * 10)}-${two(next() * 12)}-${two(next() * 28)}`;
  db.prepare(
    `INSERT INTO articles (seq, id, title, container_title, issued, words, source_name, source_format,
       original, created, modified)
     VALUES (?, ?, ?, ?, ?, ?, 'made.txt', 'text', ?, '2026', '2026')`,
  ).run(
    seq,
    `article-${seq}`,
    title,
    madeOutlet(Math.floor(next() * outlets)),
    issued,
    Math.round(text.length / 6),
    '0'.repeat(64),
  );
  db.prepare(
    `INSERT INTO texts (article, version, text, hash, blocks, marks, created)
     VALUES (?, 1, ?, '', '[]', '[]', '')`,
  ).run(seq, text);
  const mention = db.prepare(
    `INSERT OR IGNORE INTO mentions (article, start, "end", actor, status)
     VALUES (?, ?, ?, ?, 'inferred')`,
  );
  for (let n = 0; n < mentionsPerArticle; n++) {
    const at = Math.floor(next() * Math.max(1, text.length - 10));
    mention.run(seq, at, at + 8, 1 + Math.floor(next() * actors));
  }
}

/** What other rooms would derive from new articles is no part of this. */
function forgetOthersWork(db: Database): void {
  const dirty = db
    .prepare<{ name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table'
       AND (name LIKE '%\\_dirty' ESCAPE '\\' OR name = 'mention_outdated') AND name <> 'fts_dirty'`,
    )
    .all();
  for (const { name } of dirty) db.exec(`DELETE FROM ${name}`);
}

const size = (db: Database, sql: string) => db.prepare<{ n: number }>(sql).get()?.n ?? 0;

/** Bytes of the search index and characters of the texts. */
export const sizesOf = (db: Database): { index: number; text: number } => ({
  index: size(db, 'SELECT sum(length(block)) AS n FROM article_fts_data'),
  text: size(db, 'SELECT sum(length(text)) AS n FROM texts'),
});
