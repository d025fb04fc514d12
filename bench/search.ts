import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { columnsOf } from '../src/main/library/search/columns.ts';
import { searchHandlers } from '../src/main/library/search/search.ts';
import { testNotebook } from '../src/main/library/search/test-notebook.ts';
import { openDatabase, type Database } from '../src/main/library/storage/database.ts';
import { visitTokens } from '../src/shared/text/tokens.ts';
import { searchEngine } from '../src/main/library/search/engine.ts';
import { measureNear } from './near.ts';
import { compare, pick, print, random, time } from './measure.ts';
import { benchArticles, type BenchArticle } from './texts.ts';

const queriesPerClass = 60;
const batch = 100;

/** Search at N articles (default 5,000) beside a bare FTS5 table of the same texts. */
export async function run([size = '5000']: string[]): Promise<void> {
  const articles = benchArticles(Number(size));
  const folder = mkdtempSync(join(tmpdir(), 'attache-bench-'));
  const notebook = testNotebook();
  try {
    const bare = await buildSides(articles, folder);
    console.log(`Adding ${articles.length} articles to a library …`);
    for (let at = 0; at < articles.length; at += batch) {
      notebook.addArticles(articles.slice(at, at + batch));
    }
    const { 'search.query': search } = searchHandlers(notebook.context);
    await compareQueries(articles, bare, (q) => search({ q, in: 'articles', limit: 20 }));
    bare.close();
    const { db } = notebook.context;
    const words = db.prepare<{ term: string }>(
      `SELECT term FROM article_vocabulary WHERE col = 'body' AND doc > 4`,
    );
    await measureNear(
      searchEngine(notebook.context).near,
      new Set(words.all().map(({ term }) => term)),
    );
  } finally {
    notebook.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Times both indexes being built and answers the bare one. */
async function buildSides(articles: readonly BenchArticle[], folder: string): Promise<Database> {
  const open = (name: string) => {
    const db = openDatabase(join(folder, name));
    db.exec('PRAGMA journal_mode=WAL');
    return db;
  };
  const bare = open('bare.sqlite');
  const ours = open('ours.sqlite');
  bare.exec('CREATE VIRTUAL TABLE bare USING fts5(title, body)');
  ours.exec(`CREATE VIRTUAL TABLE article_fts USING fts5(title, body, title_s, body_s,
    content='', contentless_delete=1, tokenize='ascii');
    INSERT INTO article_fts (article_fts, rank) VALUES ('automerge', 8)`);
  const insert = (db: Database, row: (article: BenchArticle, rowid: number) => void) =>
    time(() => {
      for (let at = 0; at < articles.length; at += batch) {
        db.exec('BEGIN');
        articles.slice(at, at + batch).forEach((article, i) => row(article, at + i + 1));
        db.exec('COMMIT');
      }
    });
  const bareTime = await insert(bare, ({ title, text }, rowid) =>
    bare.prepare('INSERT INTO bare (rowid, title, body) VALUES (?, ?, ?)').run(rowid, title, text),
  );
  const oursTime = await insert(ours, ({ title, text }, rowid) => {
    const head = columnsOf(title);
    const body = columnsOf(text);
    ours
      .prepare(
        'INSERT INTO article_fts (rowid, title, body, title_s, body_s) VALUES (?, ?, ?, ?, ?)',
      )
      .run(rowid, head.terms, body.terms, head.stems, body.stems);
  });
  const textSize = articles.reduce((sum, { text }) => sum + text.length, 0);
  const indexSize =
    ours.prepare<{ size: number }>(`SELECT sum(length(block)) AS size FROM article_fts_data`).get()
      ?.size ?? 0;
  print([
    ['building', 'ours', 'bare FTS5', 'ratio'],
    ['seconds', oursTime / 1000, bareTime / 1000, oursTime / bareTime],
    ['index ÷ text', indexSize / textSize, '', ''],
  ]);
  ours.close();
  return bare;
}

async function compareQueries(
  articles: readonly BenchArticle[],
  bare: Database,
  search: (q: string) => unknown,
): Promise<void> {
  const select = bare.prepare(
    `SELECT rowid, snippet(bare, -1, '[', ']', '…', 32) FROM bare
     WHERE bare MATCH ? ORDER BY rank LIMIT 20`,
  );
  const rows = [
    ['ms, median / p95', 'ours', 'bare FTS5', 'median ÷', 'p95 ÷'] as (string | number)[],
  ];
  for (const [name, queries] of Object.entries(queryClasses(articles))) {
    const { ours, plain } = await compare(queries, {
      ours: (query) => search(query),
      plain: (query) => select.all(query),
    });
    rows.push([
      name,
      `${ours.median.toFixed(2)} / ${ours.p95.toFixed(2)}`,
      `${plain.median.toFixed(2)} / ${plain.p95.toFixed(2)}`,
      ours.median / plain.median,
      ours.p95 / plain.p95,
    ]);
  }
  print(rows);
}

/** Seeded queries of each kind, from the words of the articles. */
function queryClasses(articles: readonly BenchArticle[]): Record<string, string[]> {
  const next = random(7);
  const sample = articles.slice(0, 2000);
  const counts = new Map<string, number>();
  for (const { text } of sample) {
    const words = new Set<string>();
    visitTokens(text, (term) => {
      words.add(term);
    });
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const between = (low: number, high: number) =>
    [...counts]
      .filter(
        ([word, n]) =>
          /^[a-z]{4,}$/.test(word) && n >= sample.length * low && n < sample.length * high,
      )
      .map(([word]) => word);
  const middle = between(0.005, 0.03);
  const frequent = between(0.2, 0.7);
  const several = (make: () => string) => Array.from({ length: queriesPerClass }, make);
  const mid = () => pick(middle, next);
  const often = () => pick(frequent, next);
  return {
    'one mid word': several(mid),
    'one frequent word': several(often),
    'mid AND mid': several(() => `${mid()} ${mid()}`),
    'mid AND frequent': several(() => `${mid()} ${often()}`),
    'frequent AND frequent': several(() => `${often()} ${often()}`),
    'frequent OR frequent OR frequent': several(() => `${often()} OR ${often()} OR ${often()}`),
    phrase: several(() => {
      const words = pick(articles, next).text.match(/[a-z]+/gi) ?? [];
      const at = Math.floor(next() * (words.length - 2));
      return `"${words[at]} ${words[at + 1]}"`;
    }),
    'prefix of three': several(
      () => `${pick(next() < 0.5 ? middle : frequent, next).slice(0, 3)}*`,
    ),
  };
}
