import type { Understood } from '../model/search.ts';
import { visitTerms, type ParsedQuery } from './tree.ts';

/** What was understood, one chip for each term, `OR` and parenthesis, in order. */
export function chips({ tree, operators }: ParsedQuery): Understood[] {
  const all: Understood[] = operators.map((operator) => ({
    kind: 'operator',
    negated: false,
    ...operator,
  }));
  visitTerms(tree, ({ kind, text, field, start, end }, negated) => {
    all.push(
      field === null
        ? { kind, text, negated, start, end }
        : { kind: 'field', text, field, negated, start, end },
    );
  });
  return all.sort((a, b) => a.start - b.start);
}
