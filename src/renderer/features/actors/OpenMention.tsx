import { CircleHelp } from 'lucide-react';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { navigate } from '../../state/route.ts';
import { Menu, type MenuItem } from '../../ui/menu/Menu.tsx';
import type { OpenQuestion } from './panel-model.ts';
import css from './ActorChip.module.css';

export interface OpenMentionProps {
  readonly articleId: string;
  readonly question: OpenQuestion;
}

/** A name that could be several actors: the person says whose it is, here or in the whole article. */
export function OpenMention({ articleId, question }: OpenMentionProps) {
  const m = useMessages();
  const actors = useMethod('actors.list', {}).data?.items ?? [];
  const decide = useCommand('mentions.update');
  const { text, places, candidates } = question;
  const first = places[0];
  const confirm = async (actorId: string, where: readonly { start: number; end: number }[]) => {
    for (const { start, end } of where) {
      await decide.run({ actorId, articleId, start, end, status: 'confirmed' });
    }
  };
  const nameOf = (id: string) => actors.find((actor) => actor.id === id)?.name ?? id;
  const items: MenuItem[] = [
    ...candidates.map((id) => ({
      id: `all ${id}`,
      label: m('actors.openAll', { name: nameOf(id), count: places.length }),
      run: () => void confirm(id, places),
    })),
    ...(places.length > 1 && first !== undefined
      ? candidates.map((id, i) => ({
          id: `one ${id}`,
          label: m('actors.openFirst', { name: nameOf(id) }),
          separated: i === 0,
          run: () => void confirm(id, [first]),
        }))
      : []),
    {
      id: 'show',
      label: m('actors.openShow'),
      separated: true,
      run: () => {
        if (first !== undefined)
          navigate({ name: 'article', id: articleId, ...first }, { replace: true });
      },
    },
  ];
  return (
    <Menu label={m('actors.openTitle', { text })} items={items} placement="top-start">
      <button type="button" className={css.chip} data-open>
        <CircleHelp size={12} strokeWidth={1.75} aria-hidden />
        <span className={css.name}>{text}</span>
        <span className={css.count}>{m('actors.whichOne')}</span>
      </button>
    </Menu>
  );
}
