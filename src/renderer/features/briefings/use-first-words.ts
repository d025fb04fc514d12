import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $isHeadingNode } from '@lexical/rich-text';
import { $getRoot, $isElementNode } from 'lexical';
import { useEffect, useRef } from 'react';
import type { DocumentText } from '../../../shared/briefing/document-text.ts';

/**
 * Puts the cursor where the first words of a briefing go, once as it opens: into the first empty
 * block of one that has nothing but headings.
 */
export function useFirstWords({ blocks }: DocumentText): void {
  const [editor] = useLexicalComposerContext();
  const isUnwritten = useRef(
    blocks.every(({ kind, start, end }) => kind === 'heading' || start === end),
  );
  useEffect(() => {
    if (!isUnwritten.current) return;
    isUnwritten.current = false;
    editor.update(() => {
      const empty = $getRoot()
        .getChildren()
        .find((node) => $isElementNode(node) && node.isEmpty() && !$isHeadingNode(node));
      if ($isElementNode(empty)) empty.select();
    });
    editor.focus();
  }, [editor]);
}
