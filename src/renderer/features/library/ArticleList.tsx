import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useMessages } from '../../messages/messages.ts';
import { keepFocus } from '../../state/focus.ts';
import { useShortcut } from '../../state/keymap.ts';
import { currentRoute, navigate } from '../../state/route.ts';
import { useNarrow } from '../../state/use-media.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { focusRow, VirtualList } from '../../ui/list/VirtualList.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { ArticleRow } from './ArticleRow.tsx';
import css from './ArticleList.module.css';
import { showAllArticles, useListView } from '../../state/list-view.ts';
import { ListHeader } from './ListHeader.tsx';
import { useArticles } from './use-articles.ts';

/** CSS px, of rows with two lines of title and with one. */
const rowHeight = { usual: 76, compact: 48 };

/** The articles of the library: sorted, filtered, opened and deleted from here. */
export function ArticleList({ articleId }: { readonly articleId: string | null }) {
  const m = useMessages();
  const narrow = useNarrow();
  const height = narrow ? rowHeight.compact : rowHeight.usual;
  const { unread, query } = useListView();
  const { answer, items, total, fetchMore } = useArticles();
  const { run: remove } = useCommand('articles.delete');
  const { run: setProgress } = useCommand('articles.progress');
  const [active, setActive] = useState<string | null>(null);
  const [focused, setFocused] = useState(false);
  const [shown, setShown] = useState(articleId);
  if (shown !== articleId) {
    setShown(articleId);
    setActive(null);
  }
  const wanted = active ?? articleId;
  const activeIndex = Math.max(
    0,
    items.findIndex((item) => item.id === wanted),
  );
  const article = items[activeIndex];

  const toggleRead = async () => {
    if (article !== undefined) await setProgress({ id: article.id, read: !article.read });
  };
  const moveToTrash = async () => {
    if (article === undefined) return;
    const nextIndex = activeIndex + 1 < items.length ? activeIndex + 1 : activeIndex - 1;
    const next = items[nextIndex];
    setActive(next?.id ?? null);
    focusRow(nextIndex);
    if ((await remove({ id: article.id })) === undefined) return;
    // Who has gone to another view meanwhile stays there.
    const route = currentRoute();
    if (route.name === 'article' && route.id === article.id) {
      keepFocus();
      navigate(next === undefined ? { name: 'articles' } : { name: 'article', id: next.id });
    }
    showDone(m, m('library.deleted', { title: article.title }));
  };
  useShortcut({
    keys: 'J',
    label: 'library.openNext',
    group: 'articles',
    enabled: articleId === null && article !== undefined,
    run: () => {
      if (article !== undefined) navigate({ name: 'article', id: article.id });
    },
  });
  useShortcut({
    keys: 'U',
    label: 'library.markRead',
    group: 'articles',
    enabled: focused,
    run: () => void toggleRead(),
  });
  useShortcut({
    keys: 'Delete',
    label: 'library.delete',
    group: 'articles',
    enabled: focused,
    run: () => void moveToTrash(),
  });
  return (
    <div className={css.list} onFocus={() => setFocused(true)} onBlur={() => setFocused(false)}>
      <ListHeader total={total} />
      {total === undefined ? (
        <Waiting for={answer} of="rows" />
      ) : total === 0 && (unread || query !== '') ? (
        <EmptyState action={<Button onClick={showAllArticles}>{m('library.allArticles')}</Button>}>
          {m(query === '' ? 'library.nothingUnread' : 'library.noneSo')}
        </EmptyState>
      ) : (
        <VirtualList
          key={height}
          label={m('library.articles')}
          count={items.length}
          total={total}
          rowHeight={height}
          active={activeIndex}
          onActive={(index) => setActive(items[index]?.id ?? null)}
          keyOf={(index) => items[index]?.id ?? String(index)}
          onNearEnd={fetchMore}
          renderRow={(index, row) => {
            const item = items[index];
            return (
              item !== undefined && (
                <ArticleRow
                  article={item}
                  current={item.id === articleId}
                  compact={narrow}
                  row={row}
                />
              )
            );
          }}
        />
      )}
    </div>
  );
}
