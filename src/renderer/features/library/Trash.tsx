import { useMemo, useState } from 'react';
import { useMethod } from '../../api/use-method.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMessages } from '../../messages/messages.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { View } from '../../ui/layout/View.tsx';
import { ActionList } from '../../ui/list/ActionList.tsx';
import { chooseByKey, chooseRow, type Choice } from '../../ui/list/choose-rows.ts';
import { ChosenBar } from '../../ui/list/ChosenBar.tsx';
import { all, nothing, stillThere } from '../../ui/list/multi-selection.ts';
import { EmptyTrashDialog, trashCounts, type Leaving } from './EmptyTrashDialog.tsx';
import { thingsIn, type Thing } from './trashed-things.ts';
import { TrashRow } from './TrashRow.tsx';

const shown = 1000;

/** Deleted articles, briefings and notes: the way back for each and for several, and out of the library. */
export function Trash() {
  const m = useMessages();
  const { data: articles } = useMethod('articles.list', { trashed: true, limit: shown });
  const { data: briefings } = useMethod('briefings.list', { trashed: true });
  const { data: notes } = useMethod('notes.list', { trashed: true });
  const restore = useCommand('trash.restore');
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const [kept, select] = useState(nothing);
  const things = useMemo(
    () => thingsIn(m, articles?.items ?? [], briefings?.items ?? [], notes?.items ?? []),
    [m, articles, briefings, notes],
  );
  const rows = useMemo(() => things.map(({ id }) => id), [things]);
  if (articles === undefined || briefings === undefined || notes === undefined) return null;
  if (things.length === 0) {
    return (
      <View title={m('library.trash')}>
        <EmptyState>{m('library.trashEmpty')}</EmptyState>
      </View>
    );
  }
  const selection = stillThere(rows, kept);
  const chosen = things.filter(({ id }) => selection.ids.has(id));
  const selectAll = () => select(all(rows));
  const choice: Choice = { rows, active: 0, selection, select, selectAll };
  const bringBack = async (some: readonly Thing[]) => {
    const done = await restore.run({ ids: some.map(({ id }) => id) });
    if (done === undefined) return;
    const title = some[0]?.title ?? '';
    const count = some.length;
    showDone(
      m,
      count === 1 ? m('library.restored', { title }) : m('library.restoredMany', { count }),
    );
  };
  const askToDelete = (some: readonly Thing[]) => {
    const counted = (wanted: Thing['kind']) => some.filter(({ kind }) => kind === wanted).length;
    setLeaving({
      ids: some.map(({ id }) => id),
      ...(some.length === 1 ? { title: some[0]?.title ?? '' } : {}),
      articles: counted('articles'),
      briefings: counted('briefings'),
      notes: counted('notes'),
    });
  };
  const counts = { articles: articles.total, briefings: briefings.total, notes: notes.total };
  return (
    <View
      title={m('library.trash')}
      count={trashCounts(m, counts)}
      tools={<Button onClick={() => setLeaving(counts)}>{m('library.emptyTrash')}</Button>}
    >
      <ActionList
        label={m('library.trash')}
        explain={m('library.trashHint')}
        onKeyDown={(event) => {
          // Space is the box's own.
          if (event.key !== ' ') chooseByKey(choice, event, 0, null);
        }}
      >
        {things.map((thing, index) => (
          <TrashRow
            key={thing.id}
            {...thing}
            chosen={selection.ids.has(thing.id)}
            onChoose={(shiftKey) => chooseRow(choice, { shiftKey }, index)}
            onRestore={() => void bringBack([thing])}
            onDelete={() => askToDelete([thing])}
          />
        ))}
      </ActionList>
      <ChosenBar
        edge="bottom"
        hidden={chosen.length === 0}
        label={m('library.chosenThings')}
        said={chosen.length === 0 ? '' : m('library.chosenThingsCount', { count: chosen.length })}
        onNone={chosen.length === 0 ? undefined : () => select(nothing)}
        noneLabel={m('library.chooseNone')}
      >
        {chosen.length > 0 && (
          <>
            <Button onClick={() => void bringBack(chosen)}>{m('library.restoreChosen')}</Button>
            <Button aria-haspopup="dialog" onClick={() => askToDelete(chosen)}>
              {m('library.deleteChosen')}
            </Button>
          </>
        )}
      </ChosenBar>
      {leaving !== null && <EmptyTrashDialog {...leaving} onClose={() => setLeaving(null)} />}
    </View>
  );
}
