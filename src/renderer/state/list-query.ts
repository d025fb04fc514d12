import { parseQuery } from '../../shared/query/parse.ts';
import { visitTerms } from '../../shared/query/tree.ts';

/** Shorter beginnings are of too many words to narrow anything. */
const shortest = 3;

/**
 * What is typed to narrow the list, as a query of the search grammar: the word being typed also
 * finds those that begin with it. Empty where nothing was typed.
 */
export function listQuery(typed: string): string {
  if (typed.trim() === '') return '';
  let start = typed.length;
  visitTerms(parseQuery(typed).tree, ({ kind, field, ...term }, negated) => {
    const isHalf = kind === 'word' && field === null && !negated;
    if (isHalf && term.end === typed.length && term.text.length >= shortest) start = term.start;
  });
  const word = typed.slice(start);
  return word === '' ? typed : `${typed.slice(0, start)}(${word} OR ${word}*)`;
}
