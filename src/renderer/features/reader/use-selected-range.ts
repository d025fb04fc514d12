import { useEffect, useState } from 'react';
import type { TextRange } from '../../../shared/model/ranges.ts';
import { selectedRange } from '../../reading/selection.ts';
import type { TextIndex } from '../../reading/text-index.ts';

/** What of the text is selected, once the selection rests; null while the pointer is down. */
export function useSelectedRange(index: TextIndex | null, text: string): TextRange | null {
  const [range, setRange] = useState<TextRange | null>(null);
  useEffect(() => {
    if (index === null) return undefined;
    let down = false;
    const read = () => {
      const next = selectedRange(index, text);
      setRange((last) =>
        last?.start === next?.start && last?.end === next?.end ? last : down ? null : next,
      );
    };
    const onDown = () => {
      down = true;
    };
    const onUp = () => {
      down = false;
      // The selection a click ends with is there only after the click.
      setTimeout(read);
    };
    document.addEventListener('selectionchange', read);
    document.addEventListener('pointerdown', onDown);
    document.addEventListener('pointerup', onUp);
    document.addEventListener('pointercancel', onUp);
    return () => {
      document.removeEventListener('selectionchange', read);
      document.removeEventListener('pointerdown', onDown);
      document.removeEventListener('pointerup', onUp);
      document.removeEventListener('pointercancel', onUp);
    };
  }, [index, text]);
  return range;
}
