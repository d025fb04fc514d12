import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseSync } from 'node:sqlite';
import { openLibrary } from '../src/main/library/library.ts';
import { testPorts } from '../src/main/library/test-library.ts';
import { createParserPool } from '../src/main/worker/parser-pool.ts';
import { print } from './measure.ts';
import { benchArticles, type BenchArticle } from './texts.ts';

/** Milliseconds by the clock, and of processor time in all threads: the steadier of the two on a shared machine. */
interface Cost {
  readonly took: number;
  readonly processor: number;
}

function start(): () => Cost {
  const began = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { took: performance.now() - began, processor: (user + system) / 1000 };
  };
}

const pool = createParserPool(new URL('../src/main/parser-worker.ts', import.meta.url));

function writeArticles(folder: string, articles: readonly BenchArticle[]): string {
  const at = join(folder, `articles-${articles.length}`);
  mkdirSync(at);
  articles.forEach(({ title, text }, index) =>
    writeFileSync(join(at, `${index}.txt`), `${title}\n\n${text}\n\nArticle ${index}`),
  );
  return at;
}

/**
 * The peer: the same texts into a bare FTS5 table with SQLite's own settings, 100 a transaction,
 * each flushed to the disk when it is committed, as a batch of an import is.
 */
function bareFts(folder: string, articles: readonly BenchArticle[]): Cost {
  const began = start();
  const db = new DatabaseSync(join(folder, `bare.sqlite`));
  db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL');
  db.exec('CREATE VIRTUAL TABLE articles USING fts5(title, body)');
  const insert = db.prepare('INSERT INTO articles VALUES (?, ?)');
  for (let at = 0; at < articles.length; at += 100) {
    db.exec('BEGIN');
    for (const { title, text } of articles.slice(at, at + 100)) insert.run(title, text);
    db.exec('COMMIT');
  }
  db.close();
  return began();
}

interface ImportCost extends Cost {
  /** Milliseconds the closing took: it waits for the originals to be flushed. */
  readonly settling: number;
}

async function importArticles(folder: string, count: number, from: string): Promise<ImportCost> {
  const library = openLibrary(join(folder, `library-${count}`), testPorts(pool));
  const cost = start();
  const result = await library.call('import.run', { sources: [{ path: from }] });
  const spent = cost();
  const { imported } = result as { imported: unknown[] };
  if (imported.length !== count) throw new Error(`Only ${imported.length} of ${count} imported.`);
  const closing = performance.now();
  await library.close();
  return { ...spent, settling: performance.now() - closing };
}

/**
 * Most memory resident while the command line imports `from`, in MB: library and parser thread in
 * one process. NaN where the system does not keep it (Linux does).
 */
async function memoryOfImport(folder: string, from: string): Promise<number> {
  const flags = ['--max-semi-space-size=2', '--max-old-space-size=1024'];
  const cli = ['scripts/attache.mjs', '--library', join(folder, 'by-command'), 'import', from];
  const child = spawn(process.execPath, [...flags, ...cli], { stdio: 'ignore' });
  let most = Number.NaN;
  const timer = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      // A process that has just ended still has a status, without its memory.
      const highest = /^VmHWM:\s*(\d+)/m.exec(status)?.[1];
      if (highest !== undefined) most = Number(highest) / 1024;
    } catch {
      clearInterval(timer);
    }
  }, 20);
  const [status] = (await once(child, 'exit')) as [number];
  clearInterval(timer);
  if (status !== 0) throw new Error(`The import by command line ended with ${status}.`);
  return Math.round(most);
}

/** How long a search waits at the 95th percentile while texts are imported, in ms. */
async function searchMeanwhile(folder: string, from: string): Promise<number> {
  const library = openLibrary(join(folder, 'searched'), testPorts(pool));
  const words = ['bank oil', 'trade', '"last year"', 'japan dollar', 'wheat'];
  const times: number[] = [];
  const over = new AbortController();
  const importing = library
    .call('import.run', { sources: [{ path: from }] })
    .finally(() => over.abort());
  while (!over.signal.aborted) {
    await sleep(23);
    const began = performance.now();
    await library.call('search.query', { q: words[times.length % words.length] });
    times.push(performance.now() - began);
  }
  await importing;
  await library.close();
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
}

/** Undoing the import of a library, and doing it again, in seconds. */
async function undoAndRedo(folder: string, count: number): Promise<[number, number]> {
  const library = openLibrary(join(folder, `library-${count}`), testPorts(pool));
  const timed = async (method: string) => {
    const began = performance.now();
    await library.call(method, {});
    return (performance.now() - began) / 1000;
  };
  const times: [number, number] = [await timed('history.undo'), await timed('history.redo')];
  await library.close();
  return times;
}

/** Opening and the first page, the middle of seven runs. */
async function firstPage(folder: string, count: number): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 7; run += 1) {
    const began = performance.now();
    const library = openLibrary(join(folder, `library-${count}`), testPorts(pool));
    await library.call('articles.list', {});
    times.push(performance.now() - began);
    await library.close();
  }
  return times.sort((a, b) => a - b)[3] ?? Number.NaN;
}

const small = 1000;
const large = 10_000;

/** Import of plain text against bare FTS5, its memory, and the first page by size of the library. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'attache-bench-import-'));
  try {
    const articles = benchArticles(large);
    const sources = [articles.slice(0, small), articles].map((some) => writeArticles(folder, some));
    await importArticles(folder, small, sources[0] ?? '');
    const { took, processor, settling } = await importArticles(folder, large, sources[1] ?? '');
    const bare = bareFts(folder, articles);
    const memory = await memoryOfImport(folder, sources[1] ?? '');
    const [pageSmall, pageLarge] = [await firstPage(folder, small), await firstPage(folder, large)];
    const search = await searchMeanwhile(folder, sources[1] ?? '');
    const [undo, redo] = await undoAndRedo(folder, large);
    print([
      ['import', 'measured', 'goal'],
      [`${large} texts ÷ bare FTS5, by the clock`, took / bare.took, '≤ 2.5'],
      ['the same by processor time', processor / bare.processor, ''],
      ['articles a second', (large / took) * 1000, '≥ 1000'],
      ['memory at most, by command line, MB', memory, '< 300'],
      [`open and first page, ${large} ÷ ${small}`, pageLarge / pageSmall, '≤ 1.3'],
      [`open and first page at ${large}, ms`, pageLarge, '≤ 500'],
      ['search during an import, p95, ms', search, '≤ 10'],
      [`undo of ${large}, s`, undo, '≤ 3'],
      [`redo of ${large}, s`, redo, ''],
      ['originals flushed after the import, s', settling / 1000, ''],
    ]);
  } finally {
    await pool.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
