import { diffArrays } from 'diff';
import type { LexicalContent } from '../model/document.ts';
import { blocksOf, content, type ContentNode } from './content.ts';

/** Whose paragraphs stay: those of this page, those that were saved, or both, the saved ones first. */
export const mergeSides = ['mine', 'theirs', 'both'] as const;
export type MergeSide = (typeof mergeSides)[number];

/** A stretch of top-level blocks: the same on both sides, or other on each. */
export type MergeStretch =
  | { readonly kind: 'same'; readonly blocks: readonly ContentNode[] }
  | {
      readonly kind: 'differs';
      readonly theirs: readonly ContentNode[];
      readonly mine: readonly ContentNode[];
      /** What to keep unless the person says otherwise: of two that were both changed, both. */
      readonly proposed: MergeSide;
    };

/** Fields of a node that say what it is to a reader. */
const telling = [
  'type',
  'text',
  'format',
  'indent',
  'tag',
  'listType',
  'start',
  'url',
  'annotationId',
  'stance',
  'headerState',
  'colSpan',
  'rowSpan',
  'language',
] as const;

/** The same for blocks that read alike, whichever program wrote them. */
export function blockKey(node: ContentNode): string {
  const fields = telling.map((field) => {
    const value = node[field];
    return value === 0 || value === '' || value === null ? undefined : value;
  });
  return JSON.stringify([fields, (node.children ?? []).map(blockKey)]);
}

/** Beyond so many edits two documents are told as one stretch that differs. */
const mostEdits = 2_000;

/**
 * What is the same and what differs in two states of a document that both go back to `base` (null
 * where that is not known): the three-way merge of `diff3`, by top-level blocks, in which nothing
 * is decided without saying so. What only one side changed is proposed to stay as that side has it.
 */
export function mergeStretches(
  base: LexicalContent | null,
  theirs: LexicalContent,
  mine: LexicalContent,
): MergeStretch[] {
  const old = base === null ? null : new Set(blocksOf(base).map(blockKey));
  const saved = blocksOf(theirs);
  const here = blocksOf(mine);
  const changes = diffArrays(saved.map(blockKey), here.map(blockKey), {
    maxEditLength: mostEdits,
  }) ?? [
    { removed: true, added: false, count: saved.length },
    { removed: false, added: true, count: here.length },
  ];
  const found: MergeStretch[] = [];
  let left: readonly ContentNode[] = [];
  let right: readonly ContentNode[] = [];
  const settle = () => {
    found.push(...differing(left, right, old));
    left = [];
    right = [];
  };
  let i = 0;
  let j = 0;
  for (const { removed, added, count } of changes) {
    if (removed) left = saved.slice(i, (i += count));
    else if (added) right = here.slice(j, (j += count));
    else {
      settle();
      i += count;
      found.push({ kind: 'same', blocks: here.slice(j, (j += count)) });
    }
  }
  settle();
  return found;
}

/** As many blocks of the same kinds on both sides are taken one by one: each can be decided. */
function differing(
  theirs: readonly ContentNode[],
  mine: readonly ContentNode[],
  old: ReadonlySet<string> | null,
): MergeStretch[] {
  if (theirs.length === 0 && mine.length === 0) return [];
  const alike =
    theirs.length === mine.length && theirs.every(({ type }, index) => type === mine[index]?.type);
  const pairs = alike
    ? theirs.map((block, index) => [[block], mine.slice(index, index + 1)] as const)
    : [[theirs, mine] as const];
  return pairs.map(([saved, here]) => ({
    kind: 'differs',
    theirs: saved,
    mine: here,
    proposed: propose(saved, here, old),
  }));
}

function propose(
  theirs: readonly ContentNode[],
  mine: readonly ContentNode[],
  old: ReadonlySet<string> | null,
): MergeSide {
  if (old === null) return 'both';
  const isNew = (blocks: readonly ContentNode[]) =>
    blocks.some((block) => !old.has(blockKey(block)));
  if (isNew(mine) !== isNew(theirs)) return isNew(mine) ? 'mine' : 'theirs';
  if (isNew(mine)) return 'both';
  // Both have only what was there before: one side took something out.
  return mine.length < theirs.length ? 'mine' : 'theirs';
}

/** The document with the chosen side of every stretch that differs, in order. */
export function mergeDocuments(
  stretches: readonly MergeStretch[],
  chosen: (index: number) => MergeSide,
): LexicalContent {
  return content(
    ...stretches.flatMap((stretch, index) => {
      if (stretch.kind === 'same') return stretch.blocks;
      const side = chosen(index);
      if (side === 'both') return [...stretch.theirs, ...stretch.mine];
      return side === 'mine' ? stretch.mine : stretch.theirs;
    }),
  );
}
