import {
  $getRoot,
  $isElementNode,
  $parseSerializedNode,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
  type LexicalNode,
  type SerializedLexicalNode,
} from 'lexical';
import { afterEdits, changesApart } from '../../../shared/briefing/changes-apart.ts';
import { blocksOf, content, type ContentNode } from '../../../shared/briefing/content.ts';
import type { LexicalContent, NotebookDocument } from '../../../shared/model/document.ts';
import type { Autosave } from '../autosave.ts';
import { $export } from '../incremental-content.ts';

const made = (block: ContentNode) =>
  $parseSerializedNode(block as unknown as SerializedLexicalNode);

/**
 * After a conflict: brings what was saved elsewhere into the page, where it was done to other
 * paragraphs, items and cells than what was done here. The caret stays. False, and nothing done, where both changed
 * the same place or nobody knows what both go back to.
 */
export function takeInChanges(
  editor: LexicalEditor,
  autosave: Autosave,
  newer: NotebookDocument,
): boolean {
  const { base } = autosave;
  if (base === null) return false;
  let merged: LexicalContent | null = null;
  editor.update(
    () => {
      const root = $getRoot();
      const mine = content(...root.getChildren().map($export));
      const edits = changesApart(base, newer.content, mine);
      if (edits === null) return;
      const blocks = afterEdits(blocksOf(mine), edits);
      if (blocks.length === 0) return;
      for (const { inside, at, removed, blocks: put } of edits) {
        const holder = inside.reduce<LexicalNode | null>(
          (node, index) => ($isElementNode(node) ? node.getChildAtIndex(index) : null),
          root,
        );
        if ($isElementNode(holder)) holder.splice(at, removed, put.map(made));
      }
      merged = content(...blocks);
    },
    { discrete: true, tag: SKIP_SCROLL_INTO_VIEW_TAG },
  );
  if (merged === null) return false;
  autosave.resolve(newer.revision, newer.content, merged);
  return true;
}
