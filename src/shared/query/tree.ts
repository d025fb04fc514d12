import type { TextRange } from '../model/ranges.ts';

export const fields = [
  'title',
  'outlet',
  'author',
  'tag',
  'actor',
  'said',
  'after',
  'before',
  'in',
] as const;
export type Field = (typeof fields)[number];

export const isField = (name: string): name is Field =>
  (fields as readonly string[]).includes(name);

/**
 * One thing asked for. `text` is as written, without quotation marks, `*` and `~`;
 * `start` and `end` are UTF-16 offsets into the query, from the field's name or the opening
 * quotation mark on.
 */
export interface Term extends TextRange {
  readonly kind: 'word' | 'phrase' | 'prefix' | 'fuzzy';
  readonly text: string;
  readonly field: Field | null;
  /** A phrase whose closing quotation mark is missing. */
  readonly open?: true;
  /** Not written so: the last word of a query as the beginning it may still be. */
  readonly halfTyped?: true;
}

export type QueryNode =
  | Term
  | { readonly kind: 'and' | 'or'; readonly of: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly of: QueryNode };

/** What is wrong, in words for people, and where in the query (UTF-16). */
export interface QueryError extends TextRange {
  readonly message: string;
}

/** A sign that parts terms: `OR`, or a parenthesis around alternatives. */
export interface Operator extends TextRange {
  readonly text: 'OR' | '(' | ')';
}

export interface ParsedQuery {
  /** Null where nothing was asked for. */
  readonly tree: QueryNode | null;
  /** In order of position. Everything that could be read is in `tree` all the same. */
  readonly errors: readonly QueryError[];
  readonly operators: readonly Operator[];
}

export const isTerm = (node: QueryNode): node is Term =>
  node.kind !== 'and' && node.kind !== 'or' && node.kind !== 'not';

/** Calls `visit` for every term, in order, with whether an odd number of `-` stand before it. */
export function visitTerms(
  node: QueryNode | null,
  visit: (term: Term, negated: boolean) => void,
  negated = false,
): void {
  if (node === null) return;
  if (isTerm(node)) visit(node, negated);
  else if (node.kind === 'not') visitTerms(node.of, visit, !negated);
  else for (const child of node.of) visitTerms(child, visit, negated);
}

/** `and` or `or` of nodes, flat: null for none, the node itself for one. */
export function combine(kind: 'and' | 'or', nodes: readonly QueryNode[]): QueryNode | null {
  const flat = nodes.flatMap((node) => (node.kind === kind ? node.of : [node]));
  return flat.length > 1 ? { kind, of: flat } : (flat[0] ?? null);
}

export const negate = (node: QueryNode): QueryNode =>
  node.kind === 'not' ? node.of : { kind: 'not', of: node };
