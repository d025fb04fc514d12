import { useCommand } from '../../../api/use-command.ts';
import { useMethod } from '../../../api/use-method.ts';
import { useMessages } from '../../../messages/messages.ts';
import { showDone } from '../../../state/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import css from './ProposedView.module.css';

/** What was dismissed, each to be proposed again. */
export function DismissedList() {
  const m = useMessages();
  const { data } = useMethod('actors.dismissed', {});
  const restore = useCommand('actors.restore');
  if (data === undefined) return null;
  if (data.items.length === 0) return <EmptyState>{m('proposed.noneDismissed')}</EmptyState>;
  const propose = async (id: string, name: string) => {
    const done = await restore.run({ ids: [id] });
    if (done !== undefined) showDone(m, m('proposed.restored', { name }));
  };
  return (
    <div className={css.body}>
      <ul aria-label={m('proposed.dismissed')}>
        {data.items.map(({ id, kind, name, names }) => (
          <li key={id} className={css.row}>
            <span className={css.name}>{name}</span>
            <span className={css.detail}>
              {[m(`actors.kind.${kind}`), ...names.filter((other) => other !== name)].join(' · ')}
            </span>
            <span className={css.acts}>
              <Button onClick={() => void propose(id, name)}>
                {m('proposed.restore')}
                <span className="visually-hidden">: {name}</span>
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
