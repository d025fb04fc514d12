import { diffArrays } from 'diff';
import type { LexicalContent } from '../model/document.ts';
import { blocksOf, type ContentNode } from './content.ts';
import { blockKey } from './merge-documents.ts';

/** Blocks of a document that others take the place of. */
export interface BlockEdit {
  /** Index of the first among the top-level blocks. */
  readonly at: number;
  readonly removed: number;
  readonly blocks: readonly ContentNode[];
}

/** Beyond so many edits nobody should trust a merge that was not looked at. */
const mostEdits = 500;

/** What was done to `base`, in its order; null where that is too much to tell. */
function editsOf(base: readonly ContentNode[], now: readonly ContentNode[]): BlockEdit[] | null {
  const changes = diffArrays(base.map(blockKey), now.map(blockKey), { maxEditLength: mostEdits });
  if (changes === undefined) return null;
  const edits: BlockEdit[] = [];
  let at = 0;
  let i = 0;
  let open: { at: number; removed: number; blocks: ContentNode[] } | null = null;
  for (const { removed, added, count } of changes) {
    if (!removed && !added) {
      if (open !== null) edits.push(open);
      open = null;
      at += count;
      i += count;
      continue;
    }
    open ??= { at, removed: 0, blocks: [] };
    if (removed) {
      open.removed += count;
      at += count;
    } else {
      open.blocks.push(...now.slice(i, (i += count)));
    }
  }
  if (open !== null) edits.push(open);
  return edits;
}

const keyOf = ({ at, removed, blocks }: BlockEdit): string =>
  JSON.stringify([at, removed, blocks.map(blockKey)]);

const endOf = ({ at, removed }: BlockEdit): number => at + removed;

/** Neither took away, changed or put in a block where the other did. */
function areApart(one: BlockEdit, other: BlockEdit): boolean {
  const [first, second] = one.at <= other.at ? [one, other] : [other, one];
  // Two that only meet are in order where each has words of its own to stand for.
  return first.removed > 0 && second.removed > 0
    ? endOf(first) <= second.at
    : endOf(first) < second.at;
}

/**
 * What has to be done to `mine` so that it also has what was done to `base` in `theirs`: the
 * three-way merge of `diff3`, by top-level blocks. Null where both changed the same place, which
 * is for a person to decide. The edits are in order and none moves the place of an earlier one.
 */
export function changesApart(
  base: LexicalContent,
  theirs: LexicalContent,
  mine: LexicalContent,
): BlockEdit[] | null {
  const old = blocksOf(base);
  const here = editsOf(old, blocksOf(mine));
  const done = editsOf(old, blocksOf(theirs));
  if (here === null || done === null) return null;
  const known = new Set(here.map(keyOf));
  const there = done.filter((edit) => !known.has(keyOf(edit)));
  if (there.some((one) => here.some((other) => !areApart(one, other)))) return null;
  return there
    .map(({ at, removed, blocks }) => {
      const shift = here
        .filter((other) => other.at < at)
        .reduce((sum, other) => sum + other.blocks.length - other.removed, 0);
      return { at: at + shift, removed, blocks };
    })
    .toSorted((a, b) => b.at - a.at);
}

/** The blocks after the edits of `changesApart`. */
export function afterEdits(
  blocks: readonly ContentNode[],
  edits: readonly BlockEdit[],
): ContentNode[] {
  const after = [...blocks];
  for (const { at, removed, blocks: put } of edits) after.splice(at, removed, ...put);
  return after;
}
