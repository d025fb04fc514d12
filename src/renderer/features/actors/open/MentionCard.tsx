import type { KeyboardEvent } from 'react';
import type { Mention } from '../../../../shared/model/actor.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useMethod } from '../../../api/use-method.ts';
import { useMessages } from '../../../messages/messages.ts';
import { askAbout, type AskedMention } from '../../../state/asked-mention.ts';
import { href } from '../../../state/route.ts';
import { showDone } from '../../../state/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import { FloatingBox } from '../../../ui/FloatingBox.tsx';
import { Reasons } from './Reasons.tsx';
import css from './MentionCard.module.css';

interface MentionCardProps {
  readonly mention: Mention;
  readonly anchor: NonNullable<AskedMention['anchor']>;
}

const close = () => askAbout(null);

/** Whose name a mention is and why it is taken to be, to confirm, reject or give to another. */
export function MentionCard({ mention, anchor }: MentionCardProps) {
  const m = useMessages();
  const { articleId, start, end, text, status } = mention;
  const candidates = useMethod('mentions.candidates', { articleId, start, end }).data;
  const one = useCommand('mentions.update');
  const alike = useCommand('mentions.decide');
  const item = candidates?.items.find((candidate) => candidate.status !== 'rejected');
  if (candidates === undefined || item === undefined) return null;
  const { actorId, name } = item;

  const say = (id: string, next: 'confirmed' | 'rejected') =>
    void one.run({ actorId: id, articleId, start, end, status: next }).then((done) => {
      if (done !== undefined) close();
      return undefined;
    });
  const sayAlike = async (next: 'confirmed' | 'rejected') => {
    const done = await alike.run({ actorId, articleId, text, status: next });
    if (done === undefined) return;
    close();
    showDone(m, m('actors.decided', { count: done.changed }));
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Delete') say(actorId, 'rejected');
    else if (event.key === 'Enter' && event.shiftKey) void sayAlike('confirmed');
    else return;
    event.preventDefault();
  };
  return (
    <FloatingBox label={m('actors.mentionOf', { text, name })} anchor={anchor} onClose={close}>
      <div className={css.card} onKeyDown={press} role="presentation">
        <p className={css.head}>
          <a className={css.name} href={href({ name: 'actor', id: actorId })}>
            {name}
          </a>
          <span className={css.status}>{m(`actors.status.${status}`)}</span>
        </p>
        <Reasons mention={mention} item={item} others={candidates.others} />
        <div className={css.answers}>
          {status !== 'confirmed' && (
            <Button
              look="primary"
              keys="Enter"
              data-autofocus
              onClick={() => say(actorId, 'confirmed')}
            >
              {m('actors.confirm')}
            </Button>
          )}
          <Button
            keys="Delete"
            data-autofocus={status === 'confirmed' || undefined}
            onClick={() => say(actorId, 'rejected')}
          >
            {m('actors.isNot', { name })}
          </Button>
          {status !== 'confirmed' && (
            <Button keys="Shift Enter" onClick={() => void sayAlike('confirmed')}>
              {m('actors.everyHere', { text })}
            </Button>
          )}
        </div>
        {candidates.others.length > 0 && (
          <ul className={css.others} aria-label={m('actors.instead')}>
            {candidates.others.map((other) => (
              <li key={other.actorId}>
                <Button look="link" onClick={() => say(other.actorId, 'confirmed')}>
                  {m('actors.itIs', { name: other.name })}
                </Button>
                <span className={css.status}>{m('actors.namedHere', { count: other.named })}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </FloatingBox>
  );
}
