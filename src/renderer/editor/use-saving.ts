import { useSyncExternalStore } from 'react';
import type { Saves, SaveState } from './autosave.ts';

/**
 * Where a document's saving stands. It changes with the first key after a save: who asks for it is
 * drawn again on the way of that key, and should be small.
 */
export const useSaving = (saves: Saves): SaveState =>
  useSyncExternalStore(saves.subscribe, () => saves.state);
