import { useMemo, useState } from 'react';
import type { TextRange } from '../../../shared/model/ranges.ts';
import { findAll } from '../../../shared/text/find-all.ts';

const none: readonly TextRange[] = [];

/** Find in the open article: the words, the hits, and which one is the current one. */
export function useFind(text: string) {
  const [needle, setNeedle] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const hits = useMemo(() => (needle === null ? none : findAll(text, needle)), [text, needle]);
  const step = (by: number) =>
    setAt((now) => (hits.length === 0 ? 0 : (now + by + hits.length) % hits.length));
  return {
    open: needle !== null,
    needle: needle ?? '',
    hits,
    at: Math.min(at, Math.max(0, hits.length - 1)),
    current: hits[Math.min(at, hits.length - 1)],
    search: (words: string) => {
      setNeedle(words);
      setAt(0);
    },
    step,
    close: () => setNeedle(null),
  };
}

export type Find = ReturnType<typeof useFind>;
