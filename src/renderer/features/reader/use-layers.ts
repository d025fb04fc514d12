import { useEffect, useMemo, useRef } from 'react';
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
import { useSelection } from '../../state/selection.ts';
import type { Find } from './use-find.ts';
import type { Passages } from './use-passages.ts';
import '../../reading/highlights.css';

export interface LayersInput {
  readonly article: Article;
  readonly index: TextIndex;
  readonly passages: Passages;
  readonly find: Find;
  readonly target: TextRange | null;
  readonly onHiddenTarget: () => void;
}

/** How long a chosen passage is lit before its own colour is seen again, in ms. */
const flash = 1500;
const noMentions: readonly Mention[] = [];

/** Paints passages, mentions, the chosen passage and search hits, and goes to what is chosen. */
export function useLayers({
  article,
  index,
  passages,
  find,
  target,
  onHiddenTarget,
}: LayersInput): void {
  const mentions = useMethod('mentions.list', { articleId: article.id }).data?.items ?? noMentions;
  const annotationId = useSelection((state) => state.annotationId);
  const actorId = useSelection((state) => state.actorId);
  const { placed } = passages;
  const layers = useMemo(() => layOut(placed), [placed]);
  useEffect(() => paintPassages(index, layers), [index, layers]);
  useEffect(() => paintMentions(index, mentions), [index, mentions]);

  const active = placed.find(({ id }) => id === annotationId);
  const shownId = useRef<string | undefined>(undefined);
  useEffect(() => {
    const isNew = active !== undefined && shownId.current !== active.id;
    shownId.current = active?.id;
    if (!isNew) return undefined;
    scrollToRange(index, active);
    if (Date.now() - Date.parse(active.created) < flash) return undefined;
    const stop = paintActive(index, [active]);
    const timer = setTimeout(stop, flash);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [index, active]);
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
    const isHidden = article.hidden.some(
      (range) => range.by !== 'offered' && range.start < end && range.end > start,
    );
    if (isHidden) onHiddenTarget();
    scrollToRange(index, { start, end });
    return paintHits(index, [], { start, end });
  }, [index, start, end, article.hidden, onHiddenTarget]);
}
