import { useMemo, useState } from 'react';
import type { Article } from '../../../shared/model/article.ts';
import type { TextRange } from '../../../shared/model/ranges.ts';
import { finderIn } from '../../../shared/text/find-all.ts';
import { outside, unseenOf } from '../../reading/unseen.ts';

const none: readonly TextRange[] = [];
/** Only those near what is in sight are painted, so there may be many. */
const mostHits = 200_000;

/** The number of the first hit from a place on; the first of all where none follows. */
const firstFrom = (hits: readonly TextRange[], place: number): number =>
  Math.max(
    0,
    hits.findIndex(({ end }) => end > place),
  );

/**
 * Find in the open article: the words, the hits, and which one is the current one. The first is
 * the one after where the person reads; words looked for last are there again. What is hidden is
 * found where it is shown, and counted where it is not.
 */
export function useFind(article: Article | undefined, showHidden: boolean) {
  const [needle, setNeedle] = useState('');
  /** How often the bar was asked for since it was closed. */
  const [asked, setAsked] = useState(0);
  const [from, setFrom] = useState(0);
  const [steps, setSteps] = useState(0);
  const open = asked > 0;
  const text = article?.text ?? '';
  const finder = useMemo(() => (open ? finderIn(text) : null), [text, open]);
  const all = useMemo(() => finder?.(needle, mostHits) ?? none, [finder, needle]);
  const [hits, hidden] = useMemo(
    () =>
      showHidden || article === undefined
        ? [all, 0]
        : [outside(all, unseenOf(article)), all.length - outside(all, article.hidden).length],
    [all, article, showHidden],
  );
  const count = Math.max(1, hits.length);
  const at = (((firstFrom(hits, from) + steps) % count) + count) % count;
  return {
    open,
    asked,
    needle,
    hits,
    /** How many more stand in what is hidden and not shown. */
    hidden,
    at,
    current: hits[at],
    /** Opens the bar, with other words where some are given; `place`: where the person reads (UTF-16). */
    ask: (words: string | null, place: number) => {
      setAsked(asked + 1);
      if (open && words === null) return;
      setFrom(place);
      setSteps(0);
      if (words !== null) setNeedle(words);
    },
    search: (words: string) => {
      setNeedle(words);
      setSteps(0);
    },
    step: (by: number) => setSteps(steps + by),
    close: () => setAsked(0),
  };
}

export type Find = ReturnType<typeof useFind>;
