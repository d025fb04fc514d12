import { create } from 'zustand';
import type { TextRange } from '../../../../shared/model/ranges.ts';

/** The open mention being decided: its first place, or null. */
export const useOpenMention = create<{ readonly place: TextRange | null }>(() => ({ place: null }));

export const askAbout = (place: TextRange | null): void => useOpenMention.setState({ place });
