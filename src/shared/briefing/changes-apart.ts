import { diffArrays } from 'diff';
import type { LexicalContent } from '../model/document.ts';
import { blocksOf, type ContentNode } from './content.ts';
import { blockKey } from './merge-documents.ts';

/** Blocks that others take the place of. */
interface BlockEdit {
  /** Index of the first among its neighbours. */
  readonly at: number;
  readonly removed: number;
  readonly blocks: readonly ContentNode[];
}

/** An edit of what a block holds: of the items of a list, the rows of a table, a row's cells. */
export interface PlacedEdit extends BlockEdit {
  /** The indices that lead from the document to what holds the blocks; none for the document. */
  readonly inside: readonly number[];
}

/** What holds blocks of its own, each of which can be changed beside the others. */
const holders = new Set(['list', 'table', 'tablerow', 'tablecell']);

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
  return edits.flatMap(oneByOne);
}

/** As many blocks of the same kinds before and after are taken as changed one by one. */
function oneByOne(edit: BlockEdit): BlockEdit[] {
  const { at, removed, blocks } = edit;
  if (removed !== blocks.length) return [edit];
  return blocks.map((block, i) => ({ at: at + i, removed: 1, blocks: [block] }));
}

const shellOf = (node: ContentNode): string => blockKey({ ...node, children: [] });

/** What three states of one block hold, where only that differs. */
function heldBy(states: readonly (ContentNode | undefined)[]) {
  const [base, theirs, mine] = states.flatMap((node) =>
    node !== undefined && holders.has(node.type) ? node : [],
  );
  if (base === undefined || theirs === undefined || mine === undefined) return null;
  const shell = shellOf(base);
  if (shellOf(theirs) !== shell || shellOf(mine) !== shell) return null;
  const { children: was = [] } = base;
  return { was, theirs: theirs.children ?? [], mine: mine.children ?? [] };
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

function blocksApart(
  old: readonly ContentNode[],
  theirs: readonly ContentNode[],
  mine: readonly ContentNode[],
): PlacedEdit[] | null {
  const here = editsOf(old, mine);
  const done = editsOf(old, theirs);
  if (here === null || done === null) return null;
  const known = new Set(here.map(keyOf));
  const found: PlacedEdit[] = [];
  for (const edit of done) {
    if (known.has(keyOf(edit))) continue;
    const shift = here
      .filter((other) => other.at < edit.at)
      .reduce((sum, other) => sum + other.blocks.length - other.removed, 0);
    const at = edit.at + shift;
    const [clash, ...more] = here.filter((other) => !areApart(edit, other));
    if (clash === undefined) {
      found.push({ ...edit, at, inside: [] });
      continue;
    }
    const areOneBlock = [edit, clash].every(
      (one) => one.at === edit.at && one.removed === 1 && one.blocks.length === 1,
    );
    const held = heldBy([old[edit.at], edit.blocks[0], clash.blocks[0]]);
    if (more.length > 0 || !areOneBlock || held === null) return null;
    const within = blocksApart(held.was, held.theirs, held.mine);
    if (within === null) return null;
    for (const one of within) found.push({ ...one, inside: [at, ...one.inside] });
  }
  return found;
}

const pathOf = ({ inside, at }: PlacedEdit): number[] => [...inside, at];

/** The later place first, and what is inside a block before what is done to the block. */
function lastFirst(one: PlacedEdit, other: PlacedEdit): number {
  const a = pathOf(one);
  const b = pathOf(other);
  const differs = a.findIndex((index, i) => index !== b[i]);
  if (differs === -1) return b.length - a.length;
  return (b[differs] ?? -1) - (a[differs] ?? -1);
}

/**
 * What has to be done to `mine` so that it also has what was done to `base` in `theirs`: the
 * three-way merge of `diff3`, by top-level blocks, and in a list or table both changed by its items,
 * rows and cells. Null where both changed the same place, which is for a person to decide. The edits
 * are in order and none moves the place of a later one.
 */
export function changesApart(
  base: LexicalContent,
  theirs: LexicalContent,
  mine: LexicalContent,
): PlacedEdit[] | null {
  const edits = blocksApart(blocksOf(base), blocksOf(theirs), blocksOf(mine));
  return edits?.toSorted(lastFirst) ?? null;
}

function withEdit(
  blocks: readonly ContentNode[],
  { at, removed, blocks: put }: BlockEdit,
  [into, ...further]: readonly number[],
): ContentNode[] {
  if (into === undefined) return blocks.toSpliced(at, removed, ...put);
  return blocks.map((block, i) =>
    i === into
      ? {
          ...block,
          children: withEdit(block.children ?? [], { at, removed, blocks: put }, further),
        }
      : block,
  );
}

/** The blocks after the edits of `changesApart`. */
export const afterEdits = (
  blocks: readonly ContentNode[],
  edits: readonly PlacedEdit[],
): ContentNode[] =>
  edits.reduce<ContentNode[]>((after, edit) => withEdit(after, edit, edit.inside), [...blocks]);
