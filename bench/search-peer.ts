import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import { Document } from 'flexsearch';
import MiniSearch from 'minisearch';
import { openDatabase } from '../src/main/library/storage/database.ts';
import { stem } from '../src/shared/text/stem.ts';
import { processorTime } from './measure.ts';

/*
 * One library that holds its index in memory, in a process of its own: it says what opening took,
 * then answers each query it is sent with the processor time of one page of results.
 */

interface Held {
  readonly id: number;
  readonly title: string;
  readonly text: string;
}

/** What a reader of results gets. */
interface Page {
  readonly total: number;
  readonly ids: readonly number[];
}

type Side = (query: string) => Page | Promise<Page>;

const limit = 20;
const passageWidth = 240;
const passageLead = 60;

const wordsOf = (query: string) => query.replaceAll('*', '').split(/ OR | /);

/** Of each article the words around the first hit. */
function passages(articles: readonly Held[], ids: readonly number[], query: string) {
  const pattern = new RegExp(`\\b(?:${wordsOf(query).map(stem).join('|')})`, 'i');
  return ids.map((id) => {
    const { title = '', text = '' } = articles[id - 1] ?? {};
    const start = Math.max(0, text.search(pattern) - passageLead);
    return { title, passage: text.slice(start, start + passageWidth) };
  });
}

function miniSearch(articles: readonly Held[], withStems: boolean): Side {
  const index = new MiniSearch<Held>({
    fields: ['title', 'text'],
    ...(withStems ? { processTerm: (term: string) => stem(term.toLowerCase()) } : {}),
  });
  index.addAll(articles);
  return (query) => {
    const found = index.search(wordsOf(query).join(' '), {
      combineWith: query.includes(' OR ') ? 'OR' : 'AND',
      prefix: query.endsWith('*'),
    });
    return { total: found.length, ids: found.slice(0, limit).map(({ id }) => Number(id)) };
  };
}

function flexSearch(articles: readonly Held[], tokenize: 'strict' | 'forward'): Side {
  const index = new Document({ document: { id: 'id', index: ['title', 'text'] }, tokenize });
  for (const { id, title, text } of articles) index.add({ id, title, text });
  return (query) => {
    const suggest = query.includes(' OR ');
    const found = index.search(wordsOf(query).join(' '), { limit: articles.length, suggest });
    const ids = [...new Set(found.flatMap(({ result }) => result))];
    return { total: ids.length, ids: ids.slice(0, limit).map(Number) };
  };
}

async function orama(articles: readonly Held[]): Promise<Side> {
  const index = create({
    schema: { title: 'string', text: 'string' } as const,
    components: { tokenizer: { language: 'english', stemming: true } },
  });
  await insertMultiple(
    index,
    articles.map(({ id, title, text }) => ({ id: String(id), title, text })),
  );
  return async (query) => {
    const { count, hits } = await searchOrama(index, {
      term: wordsOf(query).join(' '),
      threshold: query.includes(' OR ') ? 1 : 0,
      boost: { title: 3 },
      limit,
    });
    return { total: count, ids: hits.map(({ id }) => Number(id)) };
  };
}

export const peers = {
  MiniSearch: (articles: readonly Held[]) => miniSearch(articles, false),
  'MiniSearch, stems': (articles: readonly Held[]) => miniSearch(articles, true),
  FlexSearch: (articles: readonly Held[]) => flexSearch(articles, 'strict'),
  'FlexSearch, beginnings': (articles: readonly Held[]) => flexSearch(articles, 'forward'),
  'Orama, stems': orama,
} as const;
export type Peer = keyof typeof peers;

const heap = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1024 / 1024;
};

async function serve(path: string, count: number, peer: Peer): Promise<void> {
  const db = openDatabase(path, { readOnly: true });
  const articles = db
    .prepare<Held>(
      'SELECT seq AS id, title, text FROM articles JOIN texts ON texts.article = seq LIMIT ?',
    )
    .all(count);
  const before = heap();
  let side: Side = () => ({ total: 0, ids: [] });
  const seconds =
    (await processorTime(async () => {
      side = await peers[peer](articles);
    })) / 1000;
  process.send?.({ seconds, megabytes: heap() - before });
  process.on('message', (query: string) => void answer(query));
  const answer = async (query: string) => {
    let total = 0;
    const ms = await processorTime(async () => {
      const page = await side(query);
      total = page.total;
      passages(articles, page.ids, query);
    });
    process.send?.({ ms, total });
  };
}

if (process.send !== undefined) {
  const [path = '', count, peer] = process.argv.slice(2);
  await serve(path, Number(count), peer as Peer);
}
