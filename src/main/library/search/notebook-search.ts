import type { SearchItem, SearchKind, SearchSort } from '../../../shared/model/search.ts';
import { sequenceOfTerm } from '../../../shared/query/sequence.ts';
import { isTerm, type QueryNode, type Term } from '../../../shared/query/tree.ts';
import { tokens } from '../../../shared/text/tokens.ts';
import { notebookRows } from './notebook-fields.ts';
import { different, formsOf, type TermSources } from './article-condition.ts';
import type { Database } from '../storage/database.ts';
import { HitFinder } from './hits.ts';
import { joinedTags, type Entry, type NotebookTable } from './notebook-entries.ts';
import type { Found, NotebookIndex } from './notebook-index.ts';
import { isNear } from './near-words.ts';
import { bestPassage, merged } from './snippet.ts';

export type NotebookKind = Exclude<SearchKind, 'articles'>;

export const tableOf: Readonly<Record<NotebookKind, NotebookTable>> = {
  annotations: 'annotation',
  notes: 'document',
  briefings: 'document',
  actors: 'actor',
};

interface Asked {
  readonly db: Database;
  readonly kind: NotebookKind;
  readonly index: NotebookIndex;
  readonly sources: TermSources;
}

/** The entries of a kind that a query asks for, best first (or newest first). */
export function findEntries(asked: Asked, tree: QueryNode, sort: SearchSort): readonly Entry[] {
  const { entries } = asked.index;
  const found = evaluate(asked, tree);
  const list = [...found.keys()].flatMap((seq) => entries.get(seq) ?? []);
  const ofKind = list.filter((entry) => entry.kind === asked.kind);
  const newest = (a: Entry, b: Entry) => b.modified.localeCompare(a.modified) || b.seq - a.seq;
  return sort === 'date'
    ? ofKind.sort(newest)
    : ofKind.sort((a, b) => (found.get(b.seq) ?? 0) - (found.get(a.seq) ?? 0) || newest(a, b));
}

function evaluate(asked: Asked, node: QueryNode): Found {
  if (isTerm(node)) return ofTerm(asked, node);
  switch (node.kind) {
    case 'and':
      return different(node.of)
        .map((child) => evaluate(asked, child))
        .reduce(intersection);
    case 'or':
      return different(node.of)
        .map((child) => evaluate(asked, child))
        .reduce(union);
    case 'not': {
      const out = evaluate(asked, node.of);
      return everything([...asked.index.entries.keys()].filter((seq) => !out.has(seq)));
    }
  }
}

const everything = (rows: Iterable<number>): Found => new Map([...rows].map((seq) => [seq, 0]));

const intersection = (a: Found, b: Found): Found =>
  new Map(
    [...a].flatMap(([seq, score]): [number, number][] => {
      const other = b.get(seq);
      return other === undefined ? [] : [[seq, score + other]];
    }),
  );

function union(a: Found, b: Found): Found {
  const all = new Map(a);
  for (const [seq, score] of b) all.set(seq, score + (all.get(seq) ?? 0));
  return all;
}

function ofTerm({ db, kind, index, sources }: Asked, term: Term): Found {
  const own = term.field === null || (term.field === 'title' && kind !== 'annotations');
  if (own) {
    return index.find(sequenceOfTerm(term), {
      titleOnly: term.field === 'title',
      fuzzy: term.kind === 'fuzzy',
    });
  }
  if (term.field === 'in') return term.text === kind ? everything(index.entries.keys()) : new Map();
  return everything(notebookRows(db, tableOf[kind], term, sources));
}

/** The words of a text that a fuzzy one finds. */
function nearForms(word: string, text: string): string[] {
  const forms = new Set(tokens(text).map(({ term }) => term));
  return [...forms].filter((form) => isNear(word, form));
}

/** An entry as an item of a list of results. */
export function entryItem(entry: Entry, terms: readonly Term[]): SearchItem {
  const near = (word: string) => nearForms(word, `${entry.title}\n${entry.body}`);
  // The index of what people write is small: every beginning of a word is looked for in it.
  const inTexts = () => true;
  const finder = new HitFinder(terms.map((term) => formsOf(term, { near, inTexts })));
  const { passage, tags = [] } = entry;
  const words = entry.body.slice(0, entry.body.length - joinedTags(tags).length);
  // A passage may come from a text with lines of a fixed width; what people write has none.
  const ends = passage === undefined ? 'line' : 'empty line';
  const { snippet, first } = bestPassage(words, finder.find(words), { ends });
  const inPassage = passage !== undefined && first.end <= passage.end - passage.start;
  return {
    id: entry.id,
    ...(entry.articleId === undefined ? {} : { articleId: entry.articleId }),
    title: entry.heading,
    titleHits: merged(finder.find(entry.title)),
    detail: entry.detail,
    snippet,
    ...(tags.length === 0
      ? {}
      : { tags: tags.map((text) => ({ text, hits: merged(finder.find(text)) })) }),
    ...(passage === undefined
      ? first
      : inPassage && first.end > 0
        ? { start: passage.start + first.start, end: passage.start + first.end }
        : { start: passage.start, end: passage.end }),
  };
}
