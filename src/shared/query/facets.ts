import type { TextRange } from '../model/ranges.ts';
import { withoutParts } from './edit.ts';
import { lex } from './lex.ts';
import { parseQuery } from './parse.ts';
import { combine, isTerm, type Field, type QueryNode, type Term } from './tree.ts';

/** What results can be narrowed down by. A year is a span of dates. */
export const facets = ['year', 'outlet', 'actor', 'speaker', 'tag'] as const;
export type Facet = (typeof facets)[number];

/** One value a query asks for, with the parts of the query that do so. */
interface Alternative {
  readonly value: string;
  readonly parts: readonly TextRange[];
}

/** The nodes at the top of a query that together ask for any of some values. */
interface Clause {
  readonly nodes: readonly QueryNode[];
  readonly alternatives: readonly Alternative[];
}

const fieldOf: Readonly<Record<Exclude<Facet, 'year'>, Field>> = {
  outlet: 'outlet',
  actor: 'actor',
  speaker: 'said',
  tag: 'tag',
};

const tops = (tree: QueryNode | null): readonly QueryNode[] =>
  tree === null ? [] : tree.kind === 'and' ? tree.of : [tree];

const isDate = (node: QueryNode, field: Field, year: string): node is Term =>
  isTerm(node) && node.field === field && node.text === year;

/** The year that one of these asks for from its first day and another until its last. */
function yearIn(nodes: readonly QueryNode[]): Clause | null {
  for (const from of nodes) {
    if (!isTerm(from) || from.field !== 'after' || !/^\d{4}$/.test(from.text)) continue;
    const until = nodes.find((node) => isDate(node, 'before', String(Number(from.text) + 1)));
    if (until === undefined || !isTerm(until)) continue;
    return { nodes: [from, until], alternatives: [{ value: from.text, parts: [from, until] }] };
  }
  return null;
}

function clauseOf(node: QueryNode, facet: Facet): Clause | null {
  const readings = (node.kind === 'or' ? node.of : [node]).map((one): readonly Alternative[] => {
    if (facet === 'year') {
      const isPair = one.kind === 'and' && one.of.length === 2;
      return isPair ? (yearIn(one.of)?.alternatives ?? []) : [];
    }
    const isValue = isTerm(one) && one.field === fieldOf[facet];
    return isValue ? [{ value: one.text, parts: [one] }] : [];
  });
  return readings.every(({ length }) => length > 0)
    ? { nodes: [node], alternatives: readings.flat() }
    : null;
}

/** The clauses that ask for values of a facet, in order. */
function clausesOf(tree: QueryNode | null, facet: Facet): readonly Clause[] {
  const nodes = tops(tree);
  const year = facet === 'year' ? yearIn(nodes) : null;
  return [
    ...(year === null ? [] : [year]),
    ...nodes.flatMap((node) => clauseOf(node, facet) ?? []),
  ];
}

/** The tree with nothing asked of a facet: what its values are counted in. The same tree where nothing is. */
export function withoutFacet(tree: QueryNode | null, facet: Facet): QueryNode | null {
  const asked = clausesOf(tree, facet).flatMap(({ nodes }) => nodes);
  if (asked.length === 0) return tree;
  return combine(
    'and',
    tops(tree).filter((node) => !asked.includes(node)),
  );
}

const cleaned = (value: string): string => value.replaceAll('"', ' ').trim();

function written(facet: Facet, value: string): string {
  return facet === 'year'
    ? `after:${value} before:${Number(value) + 1}`
    : `${fieldOf[facet]}:"${cleaned(value)}"`;
}

/** The values of a facet that the query asks for, alone or as one of several. */
export const askedValues = (query: string, facet: Facet): string[] => [
  ...new Set(
    clausesOf(parseQuery(query).tree, facet).flatMap(({ alternatives }) =>
      alternatives.map(({ value }) => value),
    ),
  ),
];

export const asksFor = (query: string, facet: Facet, value: string): boolean =>
  askedValues(query, facet).includes(cleaned(value));

/**
 * The query that asks for this value as well, or no longer does. Values of one facet are
 * alternatives, those of different facets must all hold.
 */
export function toggled(query: string, facet: Facet, value: string): string {
  const clauses = clausesOf(parseQuery(query).tree, facet);
  const asked = clauses
    .flatMap(({ alternatives }) => alternatives)
    .filter((alternative) => alternative.value === cleaned(value));
  if (asked.length > 0) {
    return withoutParts(
      query,
      asked.flatMap(({ parts }) => parts),
    );
  }
  const clause = clauses.at(-1);
  const last = clause?.alternatives.at(-1);
  if (clause === undefined || last === undefined) return `${whole(query)} ${written(facet, value)}`;
  if (facet !== 'year') return inserted(query, endOf(last), ` OR ${written(facet, value)}`);
  // A year is two terms, which alternatives need parentheses around.
  const another = ` OR (${written('year', value)})`;
  const closing = lex(query, ignore).find(({ start }) => start >= endOf(last));
  if (clause.nodes.length === 1 && closing !== undefined) {
    return inserted(query, closing.end, another);
  }
  return `${withoutParts(query, last.parts)} (${written('year', last.value)})${another}`.trim();
}

const ignore = () => undefined;

/** The query so that something can be written after it: nothing in it waits for more. */
function whole(query: string): string {
  let open = false;
  const last = lex(
    query,
    ({ start }) => (open ||= /["“”„‟＂«»「」『』]/.test(query.charAt(start))),
  ).at(-1);
  if (open) return `${query.trim()}"`;
  return last?.type === 'term' ? query.trim() : withoutParts(query, []);
}

const endOf = ({ parts }: Alternative): number => Math.max(...parts.map(({ end }) => end));

const inserted = (query: string, at: number, text: string): string =>
  query.slice(0, at) + text + query.slice(at);
