import { useMemo, useState } from 'react';
import { fold } from '../../../shared/text/fold.ts';
import type { TextRange } from '../../../shared/model/ranges.ts';

/** More hits than anyone steps through; painting more would only slow the page. */
const mostHits = 5000;

const none: readonly TextRange[] = [];

/** Where `needle` stands in `text`, folded as search folds: case, accents, width, quotes. */
export function findAll(text: string, needle: string): readonly TextRange[] {
  const wanted = fold(needle).text.trim();
  if (wanted === '') return none;
  const folded = fold(text);
  const hits: TextRange[] = [];
  for (let at = folded.text.indexOf(wanted); at >= 0 && hits.length < mostHits;) {
    const [start, end] = folded.original(at, at + wanted.length);
    hits.push({ start, end });
    at = folded.text.indexOf(wanted, at + wanted.length);
  }
  return hits;
}

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
