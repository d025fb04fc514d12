import { useMemo, useState, type MouseEvent } from 'react';
import { useMessages } from '../../messages/messages.ts';
import { useShortcut } from '../../state/keymap.ts';
import { navigate } from '../../state/route.ts';
import { useNarrow } from '../../state/use-media.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { chooseByClick, chooseByKey, chooseRow } from '../../ui/list/choose-rows.ts';
import { nothing } from '../../ui/list/multi-selection.ts';
import { focusRow, VirtualList } from '../../ui/list/VirtualList.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { ArticleRow } from './ArticleRow.tsx';
import css from './ArticleList.module.css';
import { ChosenArticles } from './ChosenArticles.tsx';
import { showAllArticles, useListView } from '../../state/list-view.ts';
import { ListHeader } from './ListHeader.tsx';
import { useArticles } from './use-articles.ts';
import { useChosenArticles } from './use-chosen-articles.ts';
import { useDeleteArticles } from './use-delete-articles.ts';
import { useMarkRead } from './use-mark-read.ts';

/** CSS px, of rows with two lines of title and with one. */
const rowHeight = { usual: 76, compact: 48 };

/** The articles of the library: sorted, filtered, opened, chosen and deleted from here. */
export function ArticleList({ articleId }: { readonly articleId: string | null }) {
  const m = useMessages();
  const narrow = useNarrow();
  const height = narrow ? rowHeight.compact : rowHeight.usual;
  const { unread, query } = useListView();
  const { answer, items, total, fetchMore } = useArticles();
  const { toggle: toggleRead } = useMarkRead();
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
  const rows = useMemo(() => items.map(({ id }) => id), [items]);
  const choice = useChosenArticles(rows, activeIndex);
  const { selection, select } = choice;
  const chosen = [...selection.ids];
  const remove = useDeleteArticles({ items, active: activeIndex, onNext: setActive });
  /** What a key or button is about: the chosen articles, or else the one that Tab reaches. */
  const meant = chosen.length > 0 || article === undefined ? chosen : [article.id];
  const moveToTrash = async () => {
    if (meant.length === 0) return;
    const title = items.find(({ id }) => id === meant[0])?.title ?? '';
    if (await remove(new Set(meant), title)) select(nothing);
  };
  const chooseNone = () => {
    select(nothing);
    focusRow(activeIndex);
  };
  const click = (event: MouseEvent, index: number) => {
    if (!chooseByClick(choice, event, index)) {
      select(nothing);
      return;
    }
    // The browser would open the link in another tab or window.
    event.preventDefault();
    setActive(items[index]?.id ?? null);
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
    run: () => void toggleRead(meant),
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
          onRowClick={click}
          onRowKey={(event, index, target) => chooseByKey(choice, event, index, target)}
          renderRow={(index, row) => {
            const item = items[index];
            return (
              item !== undefined && (
                <ArticleRow
                  article={item}
                  current={item.id === articleId}
                  compact={narrow}
                  row={row}
                  chosen={selection.ids.has(item.id)}
                  onChoose={(withShift) => {
                    chooseRow(choice, { shiftKey: withShift }, index);
                    setActive(item.id);
                    focusRow(index);
                  }}
                />
              )
            );
          }}
        />
      )}
      <ChosenArticles ids={chosen} onNone={chooseNone} onDelete={() => void moveToTrash()} />
    </div>
  );
}
