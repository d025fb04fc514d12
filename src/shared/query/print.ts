import { isTerm, type QueryNode, type Term } from './tree.ts';

/** The query as text that parses to the same tree; the empty string for nothing. */
export function printQuery(tree: QueryNode | null): string {
  return tree === null ? '' : print(tree);
}

function print(node: QueryNode): string {
  if (isTerm(node)) return printTerm(node);
  switch (node.kind) {
    case 'and':
      return node.of.map(print).join(' ');
    case 'or':
      return node.of
        .map((child) => (child.kind === 'and' ? `(${print(child)})` : print(child)))
        .join(' OR ');
    case 'not':
      return isTerm(node.of) ? `-${printTerm(node.of)}` : `-(${print(node.of)})`;
  }
}

function printTerm({ kind, text, field }: Term): string {
  const name = field === null ? '' : `${field}:`;
  switch (kind) {
    case 'phrase':
      return `${name}"${text}"`;
    case 'prefix':
      return `${name}${text}*`;
    case 'fuzzy':
      return `${name}${text}~`;
    case 'word':
      return name + text;
  }
}
