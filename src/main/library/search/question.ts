import type { SearchSort } from '../../../shared/model/search.ts';
import { stem } from '../../../shared/text/stem.ts';
import { stopWords } from '../../../shared/text/stop-words.ts';
import { tokens } from '../../../shared/text/tokens.ts';
import { combine, isTerm, type QueryNode, type Term } from '../../../shared/query/tree.ts';

/** A query read as a question: words of which not all need to be there. */
export interface Question {
  /** Stems and pairs that carry the meaning, each with how often it was asked for. */
  readonly terms: ReadonlyMap<string, number>;
  /** The same as words to mark in the texts. */
  readonly words: readonly Term[];
  /** What still has to hold: fields, phrases, excluded words. */
  readonly rest: QueryNode | null;
  /** Written as people speak, with words that carry no meaning, not as a list of words to have. */
  readonly isSentence: boolean;
}

/** A question has at least this many terms: fewer words are meant as they stand. */
const fewestTerms = 4;

/** A question that so few articles answer in all its words is answered by the closest ones as well. */
export const fewWhole = 20;

/**
 * The question that is answered by the closest articles as well, where `found` have all words of
 * the query: where none has them, or few have those of a sentence. Null where they are the answer.
 */
export function openQuestion(tree: QueryNode, found: number, sort: SearchSort): Question | null {
  const question = found <= fewWhole ? asQuestion(tree) : null;
  const isAnswered = found > 0 && (question?.isSentence !== true || sort === 'date');
  return isAnswered ? null : question;
}

/** The terms of a text that carry meaning, stemmed, without stop words. */
export function contentTerms(text: string): Map<string, number> {
  const terms = new Map<string, number>();
  for (const { term, kind } of tokens(text)) {
    if (kind === 'last' || stopWords.has(term)) continue;
    if (kind === 'word' && term.length < 2) continue;
    const root = kind === 'word' ? stem(term) : term;
    terms.set(root, (terms.get(root) ?? 0) + 1);
  }
  return terms;
}

/** The query as a question; null where it has alternatives, or too few plain words to be one. */
export function asQuestion(tree: QueryNode): Question | null {
  if (tree.kind === 'or') return null;
  const nodes = tree.kind === 'and' ? tree.of : [tree];
  const isPlain = (node: QueryNode) => isTerm(node) && node.kind === 'word' && node.field === null;
  const plain = nodes.filter(isPlain).filter(isTerm);
  const text = plain.map((term) => term.text).join(' ');
  const terms = contentTerms(text);
  if (terms.size < fewestTerms) return null;
  const all = tokens(text);
  const words = all
    .filter(({ term, kind }) => kind !== 'last' && !stopWords.has(term))
    .map(({ term, start, end }): Term => ({ kind: 'word', text: term, field: null, start, end }));
  return {
    terms,
    words,
    isSentence: all.some(({ term }) => stopWords.has(term)),
    rest: combine(
      'and',
      nodes.filter((node) => !isPlain(node)),
    ),
  };
}
