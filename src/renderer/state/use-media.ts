import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query matches, now and as the window changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

/** Under 1100 px: the panel lies over the text. */
export const useOverlayPanel = (): boolean => useMedia('(max-width: 1099px)');

/** Under 900 px: the rail, the list behind "All articles", icon-only top buttons. */
export const useNarrow = (): boolean => useMedia('(max-width: 899px)');
