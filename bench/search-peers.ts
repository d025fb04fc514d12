import { Document } from 'flexsearch';
import MiniSearch from 'minisearch';
import type { Database } from '../src/main/library/storage/database.ts';
import { compare, print, processorTime, time } from './measure.ts';

interface Held {
  readonly id: number;
  readonly title: string;
  readonly text: string;
}

const limit = 20;
const passageWidth = 240;
const passageLead = 60;

/** What a list of results needs as well: of each article the words around the first hit. */
function passages(articles: readonly Held[], ids: readonly unknown[], query: string): string[] {
  const words = query.replaceAll('*', '').split(/ OR | /);
  const pattern = new RegExp(`\\b(?:${words.join('|')})`, 'i');
  return ids.map((id) => {
    const { text = '' } = articles[Number(id) - 1] ?? {};
    const start = Math.max(0, text.search(pattern) - passageLead);
    return text.slice(start, start + passageWidth);
  });
}

const heap = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1024 / 1024;
};

type Side = (query: string) => unknown;

/**
 * Two libraries that hold their index in memory, over the first `count` articles, beside `ours`
 * over all. FlexSearch finds the beginnings of words only where it is given every one of them.
 */
export async function measurePeers(
  db: Database,
  count: number,
  classes: Readonly<Record<string, readonly string[]>>,
  ours: Side,
): Promise<void> {
  if (globalThis.gc === undefined) console.log('Memory is exact with node --expose-gc only.');
  const articles = db
    .prepare<Held>(
      `SELECT seq AS id, title, text FROM articles JOIN texts ON texts.article = seq LIMIT ?`,
    )
    .all(count);
  const rows: (string | number)[][] = [
    [
      `${articles.length} articles`,
      's to open',
      'MB',
      ...Object.keys(classes).map((name) => `${name}, p95`),
    ],
  ];
  const sides: Record<string, () => Side> = {
    ours: () => ours,
    MiniSearch: () => miniSearch(articles),
    FlexSearch: () => flexSearch(articles, 'strict'),
    'FlexSearch, beginnings': () => flexSearch(articles, 'forward'),
  };
  for (const [name, build] of Object.entries(sides)) {
    rows.push([name, ...(await measureOne(build, classes))]);
  }
  print(rows);
}

async function measureOne(
  build: () => Side,
  classes: Readonly<Record<string, readonly string[]>>,
): Promise<number[]> {
  const before = heap();
  let search: Side = () => undefined;
  const seconds = (await time(() => (search = build()))) / 1000;
  const megabytes = heap() - before;
  const slowest: number[] = [];
  for (const queries of Object.values(classes)) {
    const { side } = await compare(queries, { side: search }, processorTime);
    slowest.push(side.p95);
  }
  return [seconds, megabytes, ...slowest];
}

function miniSearch(articles: readonly Held[]): Side {
  const index = new MiniSearch<Held>({ fields: ['title', 'text'] });
  index.addAll(articles);
  return (query) => {
    const found = index.search(query.replaceAll(' OR ', ' ').replaceAll('*', ''), {
      combineWith: query.includes(' OR ') ? 'OR' : 'AND',
      prefix: query.endsWith('*'),
    });
    const ids = found.slice(0, limit).map(({ id }) => id as unknown);
    return passages(articles, ids, query);
  };
}

function flexSearch(articles: readonly Held[], tokenize: 'strict' | 'forward'): Side {
  const index = new Document({
    document: { id: 'id', index: ['title', 'text'] },
    tokenize,
  });
  for (const { id, title, text } of articles) index.add({ id, title, text });
  return (query) => {
    const suggest = query.includes(' OR ');
    const words = query.replaceAll(' OR ', ' ').replaceAll('*', '');
    const found = index.search(words, { limit, suggest });
    const ids = [...new Set(found.flatMap(({ result }) => result))].slice(0, limit);
    return passages(articles, ids, query);
  };
}
