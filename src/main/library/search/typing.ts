import { sequenceOfTerm } from '../../../shared/query/sequence.ts';
import { combine, isTerm, type QueryNode, type Term } from '../../../shared/query/tree.ts';

/** A query that is being typed, as it is searched. */
export interface Typed {
  readonly tree: QueryNode | null;
  /** Whether a half-typed word that is to be excluded was left out for now. */
  readonly unfinished: boolean;
}

/**
 * The query with its last word, or that of a phrase not closed, also as a beginning, where it ends
 * at the end of what has been typed, `q`: `harbour fer` finds the ferry. Before typing rests,
 * such a word excludes nothing: on the way to `-said:` there is `-said`, which leaves little.
 */
export function withHalfTyped(tree: QueryNode, q: string, isResting: boolean): Typed {
  const end = q.length;
  const endsInWord = /[\p{L}\p{N}]$/u.test(q);
  let unfinished = false;
  const of = (node: QueryNode): QueryNode | null => {
    if (isTerm(node)) {
      if (node.end !== end || !endsInWord || !isOpen(node)) return node;
      return { kind: 'or', of: [node, { ...node, kind: 'prefix', halfTyped: true }] };
    }
    if (node.kind === 'not') {
      const isHalf = isTerm(node.of) && node.of.end === end && endsInWord && isOpen(node.of);
      if (isResting || !isHalf) return node;
      unfinished = true;
      return null;
    }
    return combine(
      node.kind,
      node.of.map(of).filter((part) => part !== null),
    );
  };
  return { tree: of(tree), unfinished };
}

/** Whether more letters may come: of characters that stand for words the last one is a whole one. */
function isOpen(term: Term): boolean {
  if (term.kind === 'word') return sequenceOfTerm(term).stem !== null;
  return term.open === true && !sequenceOfTerm(term).prefix;
}
