import { $getRoot, HISTORY_PUSH_TAG, type LexicalEditor, type TextNode } from 'lexical';
import type { DocumentText } from '../../../shared/briefing/document-text.ts';
import type { TextRange } from '../../../shared/model/ranges.ts';

/**
 * Replaces stretches of the document's text, as one step to undo. Only words are replaced: a
 * citation inside a stretch stays, behind the new words.
 */
export function replaceAll(
  editor: LexicalEditor,
  { runs }: DocumentText,
  stretches: readonly TextRange[],
  words: string,
): void {
  editor.update(
    () => {
      // The text nodes of the tree stand in the order in which the runs were read.
      const nodes = $getRoot().getAllTextNodes();
      for (const { start, end } of stretches.toReversed()) {
        const parts = runs.flatMap((run, index): [TextNode, number, number][] => {
          const node = nodes[index];
          if (node === undefined || run.end <= start || run.start >= end) return [];
          const from = Math.max(start, run.start) - run.start;
          return [[node, from, Math.min(end, run.end) - run.start - from]];
        });
        for (const [index, [node, from, length]] of [...parts.entries()].reverse()) {
          node.spliceText(from, length, index === 0 ? words : '');
          if (node.getTextContentSize() === 0) node.remove();
        }
      }
    },
    { tag: HISTORY_PUSH_TAG },
  );
}
