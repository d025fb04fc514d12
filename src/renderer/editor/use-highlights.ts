import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useLayoutEffect } from 'react';
import type { DocumentText } from '../../shared/briefing/document-text.ts';
import type { TextRange } from '../../shared/model/ranges.ts';
import { domRanges } from './dom-ranges.ts';
import { inSight, useVisibleText } from './long-page/visible-text.ts';

/** Paints those of the stretches that are in sight under a name of the CSS Custom Highlight API. */
export function useHighlights(
  name: string,
  read: DocumentText,
  stretches: readonly TextRange[],
): void {
  const [editor] = useLexicalComposerContext();
  const sight = useVisibleText(read);
  useLayoutEffect(() => {
    const ranges = domRanges(editor, read, inSight(stretches, sight)).filter(
      (range) => range !== null,
    );
    CSS.highlights.set(name, new Highlight(...ranges));
    return () => void CSS.highlights.delete(name);
  }, [editor, name, read, sight, stretches]);
}
