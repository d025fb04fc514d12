import { useMemo } from 'react';
import type { Mention } from '../../../../shared/model/actor.ts';
import type { TextRange } from '../../../../shared/model/ranges.ts';
import { useMethod } from '../../../api/use-method.ts';
import { askAbout, useAskedMention } from '../../../state/asked-mention.ts';
import { useShortcut } from '../../../state/keymap.ts';
import { navigate } from '../../../state/route.ts';
import { openQuestions, type OpenQuestion } from '../panel-model.ts';
import { MentionCard } from './MentionCard.tsx';
import { WhoIsIt } from './WhoIsIt.tsx';

const none: readonly Mention[] = [];

/**
 * What a person asks about a mention: an open one's candidates, another one's reasons. `O` goes to
 * the next open one; so does its chip.
 */
export function OpenMentions({ articleId }: { readonly articleId: string }) {
  const mentions = useMethod('mentions.list', { articleId }).data?.items ?? none;
  const asked = useAskedMention((state) => state.asked);
  const questions = useMemo(() => openQuestions(mentions), [mentions]);
  const places = useMemo(
    () => questions.flatMap((one) => one.places).toSorted((a, b) => a.start - b.start),
    [questions],
  );
  const show = (next: TextRange | undefined) => {
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
  if (asked === null) return null;
  const { start, end, anchor } = asked;
  const alike = questions.find((question) => holds(question, asked));
  if (alike === undefined) {
    const mention = mentions.find(
      (one) => one.start === start && one.end === end && one.status !== 'rejected',
    );
    if (mention === undefined || anchor === null) return null;
    return <MentionCard key={`${start} ${end}`} mention={mention} anchor={anchor} />;
  }
  return (
    <WhoIsIt
      key={`${start} ${end}`}
      articleId={articleId}
      place={asked}
      places={alike.places.length}
      onDone={(decided) => {
        const left = places.filter(
          (place) => place.start !== start && !(decided === 'article' && holds(alike, place)),
        );
        show(left.find((place) => place.start > start) ?? left[0]);
      }}
      onClose={() => askAbout(null)}
    />
  );
}

const holds = ({ places }: OpenQuestion, { start, end }: TextRange): boolean =>
  places.some((place) => place.start === start && place.end === end);
