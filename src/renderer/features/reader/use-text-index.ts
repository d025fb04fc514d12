import { useMemo, useSyncExternalStore } from 'react';
import { createTextIndex, type TextIndex } from '../../reading/text-index.ts';

/** The index of the text below `root`, made anew whenever elements come or go there. */
export function useTextIndex(root: HTMLElement | null): TextIndex | null {
  const source = useMemo(() => (root === null ? nothing : indexSource(root)), [root]);
  return useSyncExternalStore(source.subscribe, source.current);
}

interface IndexSource {
  readonly subscribe: (changed: () => void) => () => void;
  readonly current: () => TextIndex | null;
}

const nothing: IndexSource = { subscribe: () => () => undefined, current: () => null };

function indexSource(root: HTMLElement): IndexSource {
  let index: TextIndex | null = null;
  return {
    subscribe(changed) {
      const observer = new MutationObserver(() => {
        index = null;
        changed();
      });
      observer.observe(root, { childList: true, characterData: true, subtree: true });
      return () => observer.disconnect();
    },
    current: () => (index ??= createTextIndex(root)),
  };
}
