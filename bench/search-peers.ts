import { Document } from 'flexsearch';
import MiniSearch from 'minisearch';
import type { Database } from '../src/main/library/storage/database.ts';
import { print, processorTime, time, timingOf } from './measure.ts';

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

/** Two libraries that hold their index in memory, over the first `count` articles. */
export async function measurePeers(
  db: Database,
  count: number,
  classes: Readonly<Record<string, readonly string[]>>,
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
  const sides: Record<string, () => (query: string) => unknown> = {
    MiniSearch: () => miniSearch(articles),
    FlexSearch: () => flexSearch(articles),
  };
  for (const [name, build] of Object.entries(sides)) {
    rows.push([name, ...(await measureOne(build, classes))]);
  }
  print(rows);
}

async function measureOne(
  build: () => (query: string) => unknown,
  classes: Readonly<Record<string, readonly string[]>>,
): Promise<number[]> {
  const before = heap();
  let search: (query: string) => unknown = () => undefined;
  const seconds = (await time(() => (search = build()))) / 1000;
  const megabytes = heap() - before;
  const slowest: number[] = [];
  for (const queries of Object.values(classes)) {
    const samples: number[] = [];
    for (const query of queries) samples.push(await processorTime(() => search(query)));
    slowest.push(timingOf(samples).p95);
  }
  return [seconds, megabytes, ...slowest];
}

function miniSearch(articles: readonly Held[]): (query: string) => unknown {
  const index = new MiniSearch<Held>({ fields: ['title', 'text'] });
  index.addAll(articles);
  return (query) => {
    const found = index.search(query.replaceAll(' OR ', ' '), {
      combineWith: query.includes(' OR ') ? 'OR' : 'AND',
      prefix: query.endsWith('*'),
    });
    const ids = found.slice(0, limit).map(({ id }) => id as unknown);
    return passages(articles, ids, query);
  };
}

function flexSearch(articles: readonly Held[]): (query: string) => unknown {
  const index = new Document({
    document: { id: 'id', index: ['title', 'text'] },
    tokenize: 'strict',
  });
  for (const { id, title, text } of articles) index.add({ id, title, text });
  return (query) => {
    const suggest = query.includes(' OR ');
    const found = index.search(query.replaceAll(' OR ', ' '), { limit, suggest });
    const ids = [...new Set(found.flatMap(({ result }) => result))].slice(0, limit);
    return passages(articles, ids, query);
  };
}
