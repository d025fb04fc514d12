import { create } from 'zustand';
import type { TextRange } from '../../shared/model/ranges.ts';

/** The mention a person asks about, and where on the screen it stands. */
export interface AskedMention extends TextRange {
  readonly anchor: { readonly getBoundingClientRect: () => DOMRect } | null;
}

/** The mention being looked at: whose it is, why, and whether that is right. */
export const useAskedMention = create<{ readonly asked: AskedMention | null }>(() => ({
  asked: null,
}));

export const askAbout = (place: TextRange | null, anchor: AskedMention['anchor'] = null): void =>
  useAskedMention.setState({
    asked: place === null ? null : { start: place.start, end: place.end, anchor },
  });
