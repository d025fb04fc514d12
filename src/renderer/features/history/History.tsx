import { Redo2, Undo2 } from 'lucide-react';
import { useMethod } from '../../api/use-method.ts';
import { formatMoment } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { redo, undo } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import css from './History.module.css';

const shown = 500;

/** Everything done in this library, with undo and redo. */
export function History() {
  const m = useMessages();
  const { data } = useMethod('history.list', { limit: shown });
  if (data === undefined) return null;
  if (data.items.length === 0) return <EmptyState>{m('history.empty')}</EmptyState>;
  return (
    <section className={css.history} aria-labelledby="history-title">
      <header className={css.header}>
        <h1 id="history-title" className={css.title}>
          {m('history.title')}
        </h1>
        <Button icon={Undo2} keys="Ctrl Z" onClick={() => void undo(m)}>
          {m('history.undo')}
        </Button>
        <Button icon={Redo2} keys="Ctrl Shift Z" onClick={() => void redo(m)}>
          {m('history.redo')}
        </Button>
      </header>
      <p className={css.explain}>{m('history.explain')}</p>
      <ol aria-label={m('history.list')}>
        {data.items.map((item) => (
          <li key={item.id} className={css.row} data-state={item.state}>
            <span className={css.label}>{item.label}</span>
            {item.state === 'undone' && <span className={css.state}>{m('history.undone')}</span>}
            <time className={css.at} dateTime={item.at}>
              {formatMoment(item.at)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
