import { useState } from 'react';
import { useMethod } from '../../api/use-method.ts';
import { useCommand } from '../../api/use-command.ts';
import { formatIssued } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { View } from '../../ui/layout/View.tsx';
import { ActionList } from '../../ui/list/ActionList.tsx';
import { EmptyTrashDialog, trashCounts, type Leaving } from './EmptyTrashDialog.tsx';
import { TrashRow } from './TrashRow.tsx';

const shown = 1000;
const nothing = { articles: 0, briefings: 0, notes: 0 };
const kindOf = { briefings: 'editor.aBriefing', notes: 'editor.aNote' } as const;

/** Deleted articles, briefings and notes: the way back for each, and out of the library. */
export function Trash() {
  const m = useMessages();
  const { data: articles } = useMethod('articles.list', { trashed: true, limit: shown });
  const { data: briefings } = useMethod('briefings.list', { trashed: true });
  const { data: notes } = useMethod('notes.list', { trashed: true });
  const restoreArticle = useCommand('articles.restore');
  const restoreDocument = useCommand('documents.restore');
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  if (articles === undefined || briefings === undefined || notes === undefined) return null;
  if (articles.total + briefings.total + notes.total === 0) {
    return (
      <View title={m('library.trash')}>
        <EmptyState>{m('library.trashEmpty')}</EmptyState>
      </View>
    );
  }
  const bringBack = async (restoring: Promise<unknown>, title: string) => {
    if ((await restoring) !== undefined) showDone(m, m('library.restored', { title }));
  };
  const documents = [
    ...briefings.items.map((one) => ({ ...one, kind: 'briefings' as const })),
    ...notes.items.map((one) => ({ ...one, kind: 'notes' as const })),
  ];
  const all = { articles: articles.total, briefings: briefings.total, notes: notes.total };
  return (
    <View
      title={m('library.trash')}
      count={trashCounts(m, all)}
      tools={<Button onClick={() => setLeaving(all)}>{m('library.emptyTrash')}</Button>}
    >
      <ActionList label={m('library.trash')} explain={m('library.trashHint')}>
        {articles.items.map(({ id, title, language, issued, 'container-title': outlet }) => (
          <TrashRow
            key={id}
            title={title}
            language={language}
            meta={`${outlet ?? m('library.noOutlet')}, ${formatIssued(issued) ?? m('library.noDate')}`}
            onRestore={() => void bringBack(restoreArticle.run({ id }), title)}
            onDelete={() => setLeaving({ ...nothing, id, title, articles: 1 })}
          />
        ))}
        {documents.map(({ id, title, kind, words }) => (
          <TrashRow
            key={id}
            title={title}
            meta={`${m(kindOf[kind])}, ${m('editor.words', { count: words })}`}
            onRestore={() => void bringBack(restoreDocument.run({ id }), title)}
            onDelete={() => setLeaving({ ...nothing, id, title, [kind]: 1 })}
          />
        ))}
      </ActionList>
      {leaving !== null && <EmptyTrashDialog {...leaving} onClose={() => setLeaving(null)} />}
    </View>
  );
}
