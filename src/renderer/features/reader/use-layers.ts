import { useEffect, useMemo, useRef, useState } from 'react';
import type { Article } from '../../../shared/model/article.ts';
import type { Mention } from '../../../shared/model/actor.ts';
import type { TextRange } from '../../../shared/model/ranges.ts';
import { useMethod } from '../../api/use-method.ts';
import {
  paintActive,
  paintHits,
  paintLit,
  paintMentions,
  paintPassages,
} from '../../reading/highlights.ts';
import { layOut } from '../../reading/lanes.ts';
import { scrollToRange } from '../../reading/scroll.ts';
import type { TextIndex } from '../../reading/text-index.ts';
import { followWindow, within } from '../../reading/window.ts';
import { useSelection } from '../../state/selection.ts';
import type { Find } from './use-find.ts';
import type { Passages } from './use-passages.ts';
import '../../reading/highlights.css';

export interface LayersInput {
  readonly article: Article;
  readonly index: TextIndex;
  /** The element that holds the text. */
  readonly root: Element;
  readonly passages: Passages;
  readonly find: Find;
  readonly target: TextRange | null;
  readonly onHiddenTarget: () => void;
}

/** How long a chosen passage is lit before its own colour is seen again, in ms. */
const flash = 2500;
const noMentions: readonly Mention[] = [];

/** Up to this many ranges are painted wherever they are; of more, those near what is in sight. */
const allPainted = 500;

/** The part of the text whose many ranges are painted; null: all of it. */
function usePaintedWindow(root: Element, many: boolean): TextRange | null {
  const [window, setWindow] = useState<TextRange | null>(null);
  useEffect(() => (many ? followWindow(root, setWindow) : undefined), [root, many]);
  return many ? (window ?? nowhere) : null;
}

/** How often a place is gone to: what hides it may be taken away only after the first time. */
const mostWays = 3;

/**
 * Goes to a place when it is another one than before, and again while the page changes before it
 * was reached; never later, when somebody has scrolled on.
 */
function useGoTo(index: TextIndex, place: TextRange | undefined): void {
  const gone = useRef<{ to: TextRange | undefined; ways: number }>({ to: undefined, ways: 0 });
  useEffect(() => {
    if (gone.current.to !== place) gone.current = { to: place, ways: 0 };
    if (place === undefined || gone.current.ways >= mostWays) return;
    scrollToRange(index, place);
    const box = index.rangeAt(place.start, place.end)?.getBoundingClientRect();
    const reached = index.isDrawn(place.start) && box !== undefined && box.height > 0;
    gone.current.ways = reached ? mostWays : gone.current.ways + 1;
  }, [index, place]);
}

const nowhere: TextRange = { start: 0, end: 0 };

/**
 * Paints passages, mentions, the chosen passage and search hits, and goes to what is chosen.
 * Answers with the part of the text whose passages are painted; null: all of it.
 */
export function useLayers({
  article,
  index,
  root,
  passages,
  find,
  target,
  onHiddenTarget,
}: LayersInput): TextRange | null {
  const mentions = useMethod('mentions.list', { articleId: article.id }).data?.items ?? noMentions;
  const litId = useSelection((state) => state.litId);
  const actorId = useSelection((state) => state.actorId);
  const { placed } = passages;
  const { hits, current } = find;
  const window = usePaintedWindow(root, hits.length + placed.length + mentions.length > allPainted);
  const layers = useMemo(() => layOut(placed), [placed]);
  useEffect(
    () =>
      paintPassages(index, {
        fills: within(layers.fills, window),
        lines: within(layers.lines, window),
      }),
    [index, layers, window],
  );
  useEffect(() => paintMentions(index, within(mentions, window)), [index, mentions, window]);

  const goneTo = placed.find(({ id }) => id === litId);
  useGoTo(index, goneTo);
  useEffect(() => {
    if (goneTo === undefined) return undefined;
    const stop = paintActive(index, [goneTo]);
    const timer = setTimeout(() => useSelection.setState({ litId: null }), flash);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [index, goneTo]);
  useEffect(
    () =>
      paintLit(
        index,
        actorId === null
          ? []
          : mentions.filter((one) => one.actorId === actorId && one.status !== 'rejected'),
      ),
    [index, mentions, actorId],
  );

  useEffect(() => paintHits(index, within(hits, window), current), [index, hits, current, window]);
  useGoTo(index, current);

  const start = target?.start;
  const end = target?.end;
  const place = useMemo(
    () => (start === undefined || end === undefined ? undefined : { start, end }),
    [start, end],
  );
  useEffect(() => {
    if (place === undefined) return;
    const isHidden = article.hidden.some(
      (range) => range.start < place.end && range.end > place.start,
    );
    if (isHidden) onHiddenTarget();
  }, [place, article.hidden, onHiddenTarget]);
  useGoTo(index, place);
  useEffect(() => (place === undefined ? undefined : paintHits(index, [], place)), [index, place]);
  return window;
}
