import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLibrary } from '../src/main/library/library.ts';
import { NearWords } from '../src/main/library/search/near-words.ts';
import { openDatabase, type Database } from '../src/main/library/storage/database.ts';
import { testPorts } from '../src/main/library/test-library.ts';
import { makeLibrary, sizesOf } from './made-library.ts';
import { compare, print, processorTime, time } from './measure.ts';
import { measureNear } from './near.ts';
import { measurePeers } from './search-peers.ts';
import { queryClasses } from './search-queries.ts';
import { benchArticles, shortArticles } from './texts.ts';

/** So many articles the libraries that live in memory are given, where no other number is asked for. */
const mostHeld = 5000;
const openings = 5;

/**
 * Search at N articles (default 5,000) beside bare FTS5 tables of the same texts and two libraries
 * in memory. `--short`: articles of some forty words, for numbers in the millions.
 * `--keep DIR`: makes the library there, or uses the one that is there. `--queries N`: so many of
 * each kind (default 60). `--peers N`: gives the libraries in memory so many of the articles (default
 * 5,000), and measures nothing else.
 */
export async function run(args: string[]): Promise<void> {
  const count = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 5000);
  const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const kept = option('--keep');
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'attache-bench-'));
  try {
    const dir = join(folder, 'library');
    if (!existsSync(join(dir, 'library.sqlite'))) {
      console.log(`Making a library of ${count} articles …`);
      const articles = args.includes('--short') ? shortArticles(count) : benchArticles(count);
      const { seconds } = makeLibrary(dir, articles);
      print([['made in seconds', seconds]]);
    }
    const queries = Number(option('--queries') ?? 60);
    const held = Number(option('--peers') ?? mostHeld);
    if (option('--peers') === undefined) {
      await measureOpening(dir);
      await measureQueries(dir, folder, queries);
    }
    await measureHeld(dir, queries, held);
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

const open = (dir: string) => openLibrary(dir, testPorts());

async function measureOpening(dir: string): Promise<void> {
  const samples: number[] = [];
  const before = process.memoryUsage().rss;
  for (let n = 0; n < openings; n++) {
    const took = await time(async () => {
      const library = open(dir);
      await library.call('articles.list', { limit: 50 });
      await library.close();
    });
    samples.push(took);
  }
  const median = samples.sort((a, b) => a - b)[Math.floor(openings / 2)] ?? 0;
  print([
    ['open, list 50, close, ms', median],
    ['MB more than before', (process.memoryUsage().rss - before) / 1024 / 1024],
  ]);
}

async function measureQueries(dir: string, folder: string, queries: number): Promise<void> {
  const db = openDatabase(join(dir, 'library.sqlite'), { readOnly: true });
  const { index, text } = sizesOf(db);
  print([['index ÷ text', index / text]]);
  const plain = await bareTable(db, folder, 'unicode61');
  const porter = await bareTable(db, folder, 'porter');
  const library = open(dir);
  const classes = queryClasses(db, queries);
  const rows: (string | number)[][] = [
    [
      'processor ms, median / p95',
      'ours',
      'FTS5',
      'FTS5 porter',
      '÷ FTS5',
      '÷ porter',
      'found, ours ÷ FTS5',
    ],
  ];
  for (const [name, asked] of Object.entries(classes)) {
    let found = 0;
    let bareFound = 0;
    const sides = {
      ours: async (q: string) => {
        const answer = (await library.call('search.query', { q, in: 'articles' })) as {
          groups: { items: unknown[] }[];
        };
        found += answer.groups[0]?.items.length ?? 0;
      },
      plain: (q: string) => (bareFound += plain(q)),
      porter: (q: string) => porter(q),
    };
    const times = await compare(asked, sides, processorTime);
    const cell = ({ median, p95 }: { median: number; p95: number }) =>
      `${median.toFixed(2)} / ${p95.toFixed(2)}`;
    rows.push([
      name,
      cell(times.ours),
      cell(times.plain),
      cell(times.porter),
      times.ours.median / times.plain.median,
      times.ours.median / times.porter.median,
      found / Math.max(1, bareFound),
    ]);
  }
  print(rows);
  const words = db.prepare<{ term: string }>(
    `SELECT term FROM article_vocabulary WHERE col = 'body' AND doc > 4`,
  );
  await measureNear(new NearWords(db), new Set(words.all().map(({ term }) => term)));
  await library.close();
  db.close();
}

async function measureHeld(dir: string, queries: number, held: number): Promise<void> {
  const db = openDatabase(join(dir, 'library.sqlite'), { readOnly: true });
  const library = open(dir);
  const classes = queryClasses(db, queries);
  await measurePeers(
    db,
    held,
    {
      'mid AND mid': classes['mid AND mid'] ?? [],
      'mid AND frequent': classes['mid AND frequent'] ?? [],
      'OR of three': classes['frequent OR frequent OR frequent'] ?? [],
      phrase: classes['phrase'] ?? [],
      prefix: classes['prefix of three'] ?? [],
      'title: and a word': classes['title: and a word'] ?? [],
    },
    async (q) => {
      const answer = (await library.call('search.query', { q, in: 'articles' })) as {
        groups: { total: number }[];
      };
      return answer.groups[0]?.total ?? 0;
    },
  );
  await library.close();
  db.close();
}

/** The peer: the same titles and texts in an FTS5 table with its content; answers how many it found. */
async function bareTable(
  from: Database,
  folder: string,
  tokenize: string,
): Promise<(query: string) => number> {
  const path = join(folder, `bare-${tokenize}.sqlite`);
  const isThere = existsSync(path);
  const bare = openDatabase(path);
  if (!isThere) {
    bare.exec(
      `PRAGMA journal_mode=WAL; CREATE VIRTUAL TABLE bare USING fts5(title, body, tokenize='${tokenize}')`,
    );
    const seconds = (await time(() => fill(bare, from.path))) / 1000;
    print([[`FTS5 ${tokenize} made in seconds`, seconds]]);
  }
  const select = bare.prepare(
    `SELECT rowid, snippet(bare, -1, '[', ']', '…', 32) FROM bare
     WHERE bare MATCH ? ORDER BY rank LIMIT 20`,
  );
  return (query) => select.all(query.replace('title:', 'title : ')).length;
}

function fill(bare: Database, path: string): void {
  bare.prepare('ATTACH ? AS library').run(path);
  bare.exec(`INSERT INTO bare (rowid, title, body) SELECT seq, title, text
    FROM library.articles JOIN library.texts ON texts.article = seq ORDER BY seq`);
}
