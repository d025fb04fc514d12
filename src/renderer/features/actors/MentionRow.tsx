import { Check, Ellipsis, X } from 'lucide-react';
import type { Output } from '../../../shared/contract/methods.ts';
import type { Mention } from '../../../shared/model/actor.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMessages } from '../../messages/messages.ts';
import { href } from '../../state/route.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/menu/Menu.tsx';
import css from './ActorSection.module.css';

interface MentionRowProps {
  readonly mention: Mention;
  readonly excerpt: Output<'articles.excerpts'>['items'][number] | undefined;
}

/** One mention in its words, to confirm or reject, alone or with all that are alike. */
export function MentionRow({ mention, excerpt }: MentionRowProps) {
  const m = useMessages();
  const decide = useCommand('mentions.update');
  const decideAll = useCommand('mentions.decide');
  const { actorId, articleId, start, end, text, status } = mention;
  /** Said again, a decision is taken back. */
  const set = (next: 'confirmed' | 'rejected') =>
    void decide.run({
      actorId,
      articleId,
      start,
      end,
      status: status === next ? 'proposed' : next,
    });
  const setAll = async (next: 'confirmed' | 'rejected', where: { articleId?: string }) => {
    const done = await decideAll.run({ actorId, text, status: next, ...where });
    if (done !== undefined) showDone(m, m('actors.decided', { count: done.changed }));
  };
  const item = (
    key: 'confirmAlike' | 'confirmEverywhere' | 'rejectAlike' | 'rejectEverywhere',
    next: 'confirmed' | 'rejected',
    where: { articleId?: string },
  ) => ({ id: key, label: m(`actors.${key}`, { text }), run: () => void setAll(next, where) });
  return (
    <li className={css.mention}>
      <a
        className={css.context}
        dir="auto"
        href={href({ name: 'article', id: articleId, start, end })}
      >
        …{excerpt?.before}
        <mark>{text}</mark>
        {excerpt?.after}…
      </a>
      <span className={css.status} data-status={status}>
        {m(`actors.status.${status}`)}
      </span>
      <IconButton
        icon={Check}
        label={m('actors.confirm')}
        aria-pressed={status === 'confirmed'}
        onClick={() => set('confirmed')}
      />
      <IconButton
        icon={X}
        label={m('actors.reject')}
        aria-pressed={status === 'rejected'}
        onClick={() => set('rejected')}
      />
      <Menu
        label={m('actors.decideMore', { text })}
        placement="bottom-end"
        items={[
          item('confirmAlike', 'confirmed', { articleId }),
          item('confirmEverywhere', 'confirmed', {}),
          item('rejectAlike', 'rejected', { articleId }),
          item('rejectEverywhere', 'rejected', {}),
        ]}
      >
        <Button look="plain" icon={Ellipsis} aria-label={m('actors.decideMore', { text })} />
      </Menu>
    </li>
  );
}
