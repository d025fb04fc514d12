import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useMessages } from '../../messages/messages.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { VirtualList } from '../../ui/list/VirtualList.tsx';
import { ArticleRow } from './ArticleRow.tsx';
import css from './ArticleList.module.css';
import { useListView } from './list-view.ts';
import { ListHeader } from './ListHeader.tsx';
import { useArticles } from './use-articles.ts';

const rowHeight = 76;

/** The articles of the library: sorted, filtered, opened and deleted from here. */
export function ArticleList({ articleId }: { readonly articleId: string | null }) {
  const m = useMessages();
  const unread = useListView((state) => state.unread);
  const { items, total, fetchMore } = useArticles();
  const { run: remove } = useCommand('articles.delete');
  const { run: setProgress } = useCommand('articles.progress');
  const [active, setActive] = useState<string | null>(null);
  const wanted = active ?? articleId;
  const activeIndex = Math.max(
    0,
    items.findIndex((item) => item.id === wanted),
  );

  const pressed = async (key: string, index: number) => {
    const article = items[index];
    if (article === undefined) return;
    if (key.toLowerCase() === 'u') await setProgress({ id: article.id, read: !article.read });
    if (key !== 'Delete') return;
    const next = items[index + 1] ?? items[index - 1];
    setActive(next?.id ?? null);
    if ((await remove({ id: article.id })) !== undefined) {
      showDone(m, m('library.deleted', { title: article.title }));
    }
  };
  return (
    <div className={css.list}>
      <ListHeader total={total} />
      {total === 0 && unread ? (
        <EmptyState
          action={
            <Button onClick={() => useListView.setState({ unread: false })}>
              {m('library.allArticles')}
            </Button>
          }
        >
          {m('library.nothingUnread')}
        </EmptyState>
      ) : (
        <VirtualList
          label={m('library.articles')}
          count={items.length}
          total={total}
          rowHeight={rowHeight}
          active={activeIndex}
          onActive={(index) => setActive(items[index]?.id ?? null)}
          keyOf={(index) => items[index]?.id ?? String(index)}
          onNearEnd={fetchMore}
          onRowKey={(event, index) => void pressed(event.key, index)}
          renderRow={(index, row) => {
            const article = items[index];
            return (
              article !== undefined && (
                <ArticleRow article={article} current={article.id === articleId} row={row} />
              )
            );
          }}
        />
      )}
    </div>
  );
}
