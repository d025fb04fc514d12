import { CircleHelp } from 'lucide-react';
import { useMessages } from '../../messages/messages.ts';
import { askAbout } from '../../state/asked-mention.ts';
import { navigate } from '../../state/route.ts';
import type { OpenQuestion } from './panel-model.ts';
import css from './ActorChip.module.css';

export interface OpenMentionProps {
  readonly articleId: string;
  readonly question: OpenQuestion;
}

/** A name that could be several actors: pressing it asks whose it is. */
export function OpenMention({ articleId, question }: OpenMentionProps) {
  const m = useMessages();
  const { text, places } = question;
  const [first] = places;
  if (first === undefined) return null;
  return (
    <button
      type="button"
      className={css.chip}
      data-open
      aria-keyshortcuts="O"
      onClick={() => {
        navigate({ name: 'article', id: articleId, ...first }, { replace: true });
        askAbout(first);
      }}
    >
      <CircleHelp size={12} strokeWidth={1.75} aria-hidden />
      <span className={css.name}>{text}</span>
      <span className={css.count}>{m('actors.whichOne')}</span>
    </button>
  );
}
