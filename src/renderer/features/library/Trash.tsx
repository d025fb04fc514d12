import { useMethod } from '../../api/use-method.ts';
import { useCommand } from '../../api/use-command.ts';
import { formatIssued } from '../../messages/dates.ts';
import { useMessages } from '../../messages/messages.ts';
import { showDone } from '../../state/undo.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { View } from '../../ui/layout/View.tsx';
import { ActionList } from '../../ui/list/ActionList.tsx';
import { TrashRow } from './TrashRow.tsx';

const shown = 1000;

/** Deleted articles, briefings and notes, and the way back for each. */
export function Trash() {
  const m = useMessages();
  const { data: articles } = useMethod('articles.list', { trashed: true, limit: shown });
  const { data: briefings } = useMethod('briefings.list', { trashed: true });
  const { data: notes } = useMethod('notes.list', { trashed: true });
  const restoreArticle = useCommand('articles.restore');
  const restoreDocument = useCommand('documents.restore');
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
    ...briefings.items.map((one) => ({ ...one, kind: m('editor.aBriefing') })),
    ...notes.items.map((one) => ({ ...one, kind: m('editor.aNote') })),
  ];
  const counts = [
    m('library.trashCount', { count: articles.total }),
    m('library.trashBriefings', { count: briefings.total }),
    m('library.trashNotes', { count: notes.total }),
  ].filter((count) => count !== '');
  return (
    <View title={m('library.trash')} count={counts.join(', ')}>
      <ActionList label={m('library.trash')} explain={m('library.trashHint')}>
        {articles.items.map(({ id, title, language, issued, 'container-title': outlet }) => (
          <TrashRow
            key={id}
            title={title}
            language={language}
            meta={`${outlet ?? m('library.noOutlet')}, ${formatIssued(issued) ?? m('library.noDate')}`}
            onRestore={() => void bringBack(restoreArticle.run({ id }), title)}
          />
        ))}
        {documents.map(({ id, title, kind, words }) => (
          <TrashRow
            key={id}
            title={title}
            meta={`${kind}, ${m('editor.words', { count: words })}`}
            onRestore={() => void bringBack(restoreDocument.run({ id }), title)}
          />
        ))}
      </ActionList>
    </View>
  );
}
