import type { Facets, Understood } from '../../../shared/model/search.ts';
import { chips } from '../../../shared/query/chips.ts';
import { parseQuery } from '../../../shared/query/parse.ts';
import { without } from './without.ts';

export type Facet = Exclude<keyof Facets, 'month'>;

/** The field that asks for a value of a facet. */
const fieldOf = (facet: Facet): string => (facet === 'speaker' ? 'said' : facet);

/** The terms that ask for one value of a facet: a year is a span of dates. */
function terms(facet: Facet, value: string): { readonly field: string; readonly text: string }[] {
  if (facet !== 'year') return [{ field: fieldOf(facet), text: value.replaceAll('"', ' ').trim() }];
  return [
    { field: 'after', text: value },
    { field: 'before', text: String(Number(value) + 1) },
  ];
}

/** For each term of the value the part of the query that asks for it, if there is one. */
function partsOf(q: string, facet: Facet, value: string): (Understood | undefined)[] {
  const understood = chips(parseQuery(q));
  return terms(facet, value).map(({ field, text }) =>
    understood.find((chip) => chip.field === field && chip.text === text && !chip.negated),
  );
}

/** Whether the query already asks for this value. */
export const isNarrowed = (q: string, facet: Facet, value: string): boolean =>
  partsOf(q, facet, value).every((part) => part !== undefined);

/** The query that also asks for this value, or no longer does. */
export function toggled(q: string, facet: Facet, value: string): string {
  if (isNarrowed(q, facet, value)) {
    return partsOf(q, facet, value)
      .filter((part) => part !== undefined)
      .toSorted((a, b) => b.start - a.start)
      .reduce(without, q);
  }
  const asked = terms(facet, value).map(({ field, text }) =>
    facet === 'year' ? `${field}:${text}` : `${field}:"${text}"`,
  );
  return [q.trim(), ...asked].join(' ');
}
