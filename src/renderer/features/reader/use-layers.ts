import { useEffect, useMemo, useState } from 'react';
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
  const window = usePaintedWindow(root, placed.length + mentions.length > allPainted);
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
  useEffect(() => {
    if (goneTo === undefined) return undefined;
    scrollToRange(index, goneTo);
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

  const { hits, current } = find;
  useEffect(() => paintHits(index, hits, current), [index, hits, current]);
  useEffect(() => {
    if (current !== undefined) scrollToRange(index, current);
  }, [index, current]);

  const start = target?.start;
  const end = target?.end;
  useEffect(() => {
    if (start === undefined || end === undefined) return undefined;
    const isHidden = article.hidden.some((range) => range.start < end && range.end > start);
    if (isHidden) onHiddenTarget();
    scrollToRange(index, { start, end });
    return paintHits(index, [], { start, end });
  }, [index, start, end, article.hidden, onHiddenTarget]);
  return window;
}
