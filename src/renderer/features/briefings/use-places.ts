import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useLayoutEffect, useState } from 'react';
import type { DocumentText } from '../../../shared/briefing/document-text.ts';
import type { TextRange } from '../../../shared/model/ranges.ts';
import { domRanges } from '../../editor/dom-ranges.ts';

export interface Place {
  readonly top: number;
  readonly height: number;
}

/**
 * Where stretches of the text begin on the page, in CSS px from the top of `container`; measured
 * again when the text, the stretches or the width change. Null for what is not on screen.
 */
export function usePlaces(
  container: HTMLElement | null,
  read: DocumentText,
  stretches: readonly TextRange[],
): readonly (Place | null)[] {
  const [editor] = useLexicalComposerContext();
  const [places, setPlaces] = useState<readonly (Place | null)[]>([]);
  useLayoutEffect(() => {
    if (container === null) return;
    const measure = () => {
      const { top } = container.getBoundingClientRect();
      setPlaces(
        domRanges(editor, read, stretches).map((range) => {
          const rect = range?.getClientRects()[0];
          return rect === undefined ? null : { top: rect.top - top, height: rect.height };
        }),
      );
    };
    const observer = new ResizeObserver(measure);
    observer.observe(container);
    return () => observer.disconnect();
  }, [container, editor, read, stretches]);
  return places;
}
