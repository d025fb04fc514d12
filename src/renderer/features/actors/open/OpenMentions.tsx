import { useMemo } from 'react';
import type { Mention } from '../../../../shared/model/actor.ts';
import { useMethod } from '../../../api/use-method.ts';
import { navigate } from '../../../state/route.ts';
import { useShortcut } from '../../../state/keymap.ts';
import { openQuestions } from '../panel-model.ts';
import { askAbout, useOpenMention } from './open-mention.ts';
import { WhoIsIt } from './WhoIsIt.tsx';

const none: readonly Mention[] = [];

/** `O` goes to the next name that could be several actors and asks which; so does its chip. */
export function OpenMentions({ articleId }: { readonly articleId: string }) {
  const mentions = useMethod('mentions.list', { articleId }).data?.items ?? none;
  const place = useOpenMention((state) => state.place);
  const places = useMemo(
    () =>
      openQuestions(mentions)
        .flatMap((question) => question.places)
        .toSorted((a, b) => a.start - b.start),
    [mentions],
  );
  const show = (next: { start: number; end: number } | undefined) => {
    askAbout(next ?? null);
    if (next !== undefined) {
      navigate(
        { name: 'article', id: articleId, start: next.start, end: next.end },
        { replace: true },
      );
    }
  };
  useShortcut({
    keys: 'O',
    label: 'actors.nextOpen',
    group: 'reading',
    enabled: places.length > 0,
    run: () => show(places[0]),
  });
  if (place === null) return null;
  const alike = openQuestions(mentions).find((question) =>
    question.places.some(({ start }) => start === place.start),
  );
  return (
    <WhoIsIt
      key={`${place.start} ${place.end}`}
      articleId={articleId}
      place={place}
      places={alike?.places.length ?? 1}
      onDone={(decided) => {
        const left = places.filter(
          ({ start }) => start !== place.start && !(decided === 'article' && isAlike(alike, start)),
        );
        show(left.find(({ start }) => start > place.start) ?? left[0]);
      }}
      onClose={() => askAbout(null)}
    />
  );
}

const isAlike = (
  question: { readonly places: readonly { readonly start: number }[] } | undefined,
  start: number,
): boolean => question?.places.some((place) => place.start === start) ?? false;
