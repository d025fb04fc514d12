import { Redo2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '../../../shared/contract/methods.ts';
import { foldString } from '../../../shared/text/fold.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { formatMoment } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { redo, showDone, undo } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { View } from '../../ui/layout/View.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import css from './History.module.css';

const shown = 1000;

/** Everything done in this library: undone and redone in order, or one of long ago taken back. */
export function History() {
  const m = useMessages();
  const answer = useMethod('history.list', { limit: shown });
  const { data } = answer;
  const [words, setWords] = useState('');
  if (data === undefined) {
    return (
      <View title={m('history.title')}>
        <Waiting for={answer} of="rows" />
      </View>
    );
  }
  if (data.items.length === 0) {
    return (
      <View title={m('history.title')}>
        <EmptyState>{m('history.empty')}</EmptyState>
      </View>
    );
  }
  // Something new leaves nothing to redo.
  const redoable = data.items[0]?.state === 'undone';
  const undoable = data.items.some(({ state }) => state === 'done');
  const wanted = foldString(words.trim());
  const items = data.items.filter(({ label }) => foldString(label).includes(wanted));
  return (
    <View
      title={m('history.title')}
      tools={
        <>
          <SearchField label={m('history.find')} value={words} onChange={setWords} />
          <Button
            icon={Undo2}
            keys="Ctrl Z"
            disabledReason={undoable ? undefined : m('history.nothingToUndo')}
            onClick={() => void undo(m)}
          >
            {m('history.undo')}
          </Button>
          <Button
            icon={Redo2}
            keys="Ctrl Shift Z"
            disabledReason={redoable ? undefined : m('history.nothingToRedo')}
            onClick={() => void redo(m)}
          >
            {m('history.redo')}
          </Button>
        </>
      }
    >
      <div className={css.body}>
        <p className={css.explain}>{m('history.explain')}</p>
        <ol aria-label={m('history.list')}>
          {items.map((item) => (
            <Entry key={item.id} item={item} />
          ))}
        </ol>
        {items.length === 0 && <p className={css.explain}>{m('history.noneSo')}</p>}
      </div>
    </View>
  );
}

function Entry({ item }: { readonly item: Output<'history.list'>['items'][number] }) {
  const m = useMessages();
  const { run, pending } = useCommand('history.revert');
  const { id, label, at, state } = item;
  const takeBack = async () => {
    const done = await run({ id });
    if (done !== undefined) showDone(m, m('history.takenBack', { label }));
  };
  return (
    <li className={css.row} data-state={state}>
      <span className={css.label}>{label}</span>
      {state === 'undone' ? (
        <span className={css.state}>{m('history.undone')}</span>
      ) : (
        <Button
          look="link"
          pending={pending}
          aria-label={m('history.takeBackThis', { label })}
          onClick={() => void takeBack()}
        >
          {m('history.takeBack')}
        </Button>
      )}
      <time className={css.at} dateTime={at}>
        {formatMoment(at)}
      </time>
    </li>
  );
}
