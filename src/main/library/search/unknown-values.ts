import type { Near } from '../../../shared/model/search.ts';
import { visitTerms, type QueryNode, type Term } from '../../../shared/query/tree.ts';
import type { FieldChoices, NamedField } from './field-choices.ts';
import type { FieldValues } from './field-values.ts';

const mostSuggestions = 5;

const values: Readonly<Record<NamedField, 'outlets' | 'authors' | 'tags' | 'actors'>> = {
  outlet: 'outlets',
  author: 'authors',
  tag: 'tags',
  actor: 'actors',
  said: 'actors',
};

const isNamed = (field: Term['field']): field is NamedField => field !== null && field in values;

/** The outlets, authors, tags and actors a query names that the library does not have, with those most like them. */
export function unknownValues(known: FieldValues, choices: FieldChoices, tree: QueryNode): Near[] {
  // A name half typed is there twice: as it is, and as the beginning of one.
  const unknown = new Map<number, Near & { readonly field: NamedField }>();
  const isKnown = new Set<number>();
  visitTerms(tree, (term) => {
    const { field, text: word, start, end } = term;
    if (!isNamed(field)) return;
    if (known[values[field]](term).length > 0) isKnown.add(start);
    else unknown.set(start, { word, field, suggestions: [], start, end });
  });
  return [...unknown.values()].flatMap((near) =>
    isKnown.has(near.start)
      ? []
      : [
          Object.assign(near, {
            suggestions: choices.near(near.field, near.word, mostSuggestions),
          }),
        ],
  );
}
