import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useLayoutEffect } from 'react';
import type { DocumentText } from '../../shared/briefing/document-text.ts';
import type { TextRange } from '../../shared/model/ranges.ts';
import { domRanges } from './dom-ranges.ts';

/** Paints stretches of the page under a name of the CSS Custom Highlight API. */
export function useHighlights(
  name: string,
  read: DocumentText,
  stretches: readonly TextRange[],
): void {
  const [editor] = useLexicalComposerContext();
  useLayoutEffect(() => {
    const ranges = domRanges(editor, read, stretches).filter((range) => range !== null);
    CSS.highlights.set(name, new Highlight(...ranges));
    return () => void CSS.highlights.delete(name);
  }, [editor, name, read, stretches]);
}
