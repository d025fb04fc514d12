import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import { Document, Encoder, type Id } from 'flexsearch';
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
  /** True where the library has made the passages itself. */
  readonly hasPassages?: boolean;
}

type Side = (asked: Asked) => Page | Promise<Page>;

const limit = 20;
const passageWidth = 240;
const passageLead = 60;

/** A query as the benchmark writes it, for libraries with other means of asking. */
interface Asked {
  readonly words: readonly string[];
  readonly kind: 'all' | 'any' | 'beginning' | 'phrase';
  /** A word that the title must have besides. */
  readonly inTitle: string | null;
}

function read(query: string): Asked {
  const [, inTitle = null] = /^title:(\S+)/.exec(query) ?? [];
  const words = (inTitle === null ? query : query.slice(`title:${inTitle} `.length))
    .replaceAll(/[*"]/g, '')
    .split(/ OR | /);
  const kind = query.startsWith('"')
    ? 'phrase'
    : query.endsWith('*')
      ? 'beginning'
      : query.includes(' OR ')
        ? 'any'
        : 'all';
  return { words, kind, inTitle };
}

/** Of each article the words around the first hit, and where the hits stand in them. */
function passages(articles: readonly Held[], ids: readonly number[], words: readonly string[]) {
  const pattern = new RegExp(`\\b(?:${words.map(stem).join('|')})\\w*`, 'gi');
  return ids.map((id) => {
    const { title = '', text = '' } = articles[id - 1] ?? {};
    const start = Math.max(0, text.search(pattern) - passageLead);
    const passage = text.slice(start, start + passageWidth);
    const hits = Array.from(passage.matchAll(pattern), ({ 0: word, index }) => [
      index,
      index + word.length,
    ]);
    return { title, passage, hits };
  });
}

/**
 * None of these libraries has phrases: of the articles with all words of one (forms of them, where
 * it goes by stems) those that have them in a row are kept, as who uses it would have to do.
 */
function inARow(articles: readonly Held[], { words, kind }: Asked, ids: readonly number[]) {
  if (kind !== 'phrase') return ids;
  const pattern = new RegExp(`\\b${words.join('[^0-9a-z]+')}\\b`, 'i');
  return ids.filter((id) => {
    const { title = '', text = '' } = articles[id - 1] ?? {};
    return pattern.test(text) || pattern.test(title);
  });
}

const pageOf = (ids: readonly number[]): Page => ({ total: ids.length, ids: ids.slice(0, limit) });

function miniSearch(articles: readonly Held[], withStems: boolean): Side {
  const index = new MiniSearch<Held>({
    fields: ['title', 'text'],
    ...(withStems ? { processTerm: (term: string) => stem(term.toLowerCase()) } : {}),
  });
  index.addAll(articles);
  return (asked) => {
    const { words, kind, inTitle } = asked;
    const combineWith = kind === 'any' ? 'OR' : 'AND';
    const text = words.join(' ');
    const found =
      inTitle === null
        ? index.search(text, { combineWith, prefix: kind === 'beginning' })
        : index.search({
            combineWith,
            queries: [{ queries: [inTitle], fields: ['title'] }, text],
          });
    const ids = found.map(({ id }) => Number(id));
    return pageOf(inARow(articles, asked, ids));
  };
}

const highlight = { template: '<b>$1</b>', boundary: { total: passageWidth } } as const;

interface FlexOptions {
  readonly tokenize?: 'strict' | 'forward';
  readonly withStems?: boolean;
  /** Its own passages with marked words, of the texts it keeps. */
  readonly ownPassages?: boolean;
}

function flexSearch(
  articles: readonly Held[],
  { tokenize = 'strict', withStems = false, ownPassages = false }: FlexOptions,
): Side {
  const index = new Document({
    document: { id: 'id', index: ['title', 'text'], store: ownPassages },
    tokenize,
    ...(withStems ? { encoder: new Encoder({ finalize: (words) => words.map(stem) }) } : {}),
  });
  for (const { id, title, text } of articles) index.add({ id, title, text });
  const all = { limit: articles.length };
  const ids = (found: readonly { readonly result: readonly Id[] }[]) => [
    ...new Set(found.flatMap(({ result }) => result).map(Number)),
  ];
  return (asked) => {
    const { words, kind, inTitle } = asked;
    const text = words.join(' ');
    const suggest = kind === 'any';
    const found = ids(index.search(text, { ...all, suggest }));
    const titled =
      inTitle === null ? null : new Set(ids(index.search(inTitle, { ...all, index: ['title'] })));
    const page = pageOf(
      titled === null ? inARow(articles, asked, found) : found.filter((id) => titled.has(id)),
    );
    if (!ownPassages) return page;
    index.search(text, { limit, suggest, enrich: true, merge: true, highlight });
    return { ...page, hasPassages: true };
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
  return async (asked) => {
    const { words, kind, inTitle } = asked;
    const { count, hits } = await searchOrama(index, {
      term: words.join(' '),
      threshold: kind === 'any' ? 1 : 0,
      boost: { title: 3 },
      limit: kind === 'phrase' ? articles.length : limit,
      ...(inTitle === null ? {} : { where: { title: inTitle } }),
    });
    const ids = hits.map(({ id }) => Number(id));
    return kind === 'phrase' ? pageOf(inARow(articles, asked, ids)) : { total: count, ids };
  };
}

export const peers = {
  MiniSearch: (articles: readonly Held[]) => miniSearch(articles, false),
  'MiniSearch, stems': (articles: readonly Held[]) => miniSearch(articles, true),
  FlexSearch: (articles: readonly Held[]) => flexSearch(articles, {}),
  'FlexSearch, stems': (articles: readonly Held[]) => flexSearch(articles, { withStems: true }),
  'FlexSearch, own passages': (articles: readonly Held[]) =>
    flexSearch(articles, { ownPassages: true }),
  'FlexSearch, own passages, stems': (articles: readonly Held[]) =>
    flexSearch(articles, { ownPassages: true, withStems: true }),
  'FlexSearch, beginnings': (articles: readonly Held[]) =>
    flexSearch(articles, { tokenize: 'forward' }),
  'Orama, stems': orama,
} as const;
export type Peer = keyof typeof peers;

/** Whether a peer finds the forms of a word. */
export const hasStems = (peer: Peer): boolean => peer.endsWith('stems');

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
      const asked = read(query);
      const page = await side(asked);
      total = page.total;
      if (page.hasPassages !== true) passages(articles, page.ids, asked.words);
    });
    process.send?.({ ms, total });
  };
}

if (process.send !== undefined) {
  const [path = '', count, peer] = process.argv.slice(2);
  await serve(path, Number(count), peer as Peer);
}
