import { sequenceOfTerm } from '../../../shared/query/sequence.ts';
import { combine, isTerm, type QueryNode } from '../../../shared/query/tree.ts';

/**
 * The query with its last word also as a beginning, where that word ends at `end`, the end of
 * what has been typed: `harbour fer` finds the ferry.
 */
export function withHalfTyped(tree: QueryNode, end: number): QueryNode {
  if (isTerm(tree)) {
    const open = tree.kind === 'word' && tree.end === end && sequenceOfTerm(tree).stem !== null;
    return open ? { kind: 'or', of: [tree, { ...tree, kind: 'prefix', halfTyped: true }] } : tree;
  }
  if (tree.kind === 'not') return tree;
  return (
    combine(
      tree.kind,
      tree.of.map((node) => withHalfTyped(node, end)),
    ) ?? tree
  );
}
