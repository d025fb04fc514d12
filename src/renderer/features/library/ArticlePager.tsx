import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useMessages } from '../../messages/messages.ts';
import { useShortcut } from '../../state/keymap.ts';
import { href, navigate } from '../../state/route.ts';
import { useNarrow } from '../../state/use-media.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import css from './ArticlePager.module.css';
import { useListView } from '../../state/list-view.ts';
import { useArticles } from './use-articles.ts';

/** The way from an article to its neighbours in the list, and on narrow screens back to the list. */
export function ArticlePager({ articleId }: { readonly articleId: string }) {
  const m = useMessages();
  const narrow = useNarrow();
  const unread = useListView((state) => state.unread);
  const { items, total, fetchMore } = useArticles();
  const index = items.findIndex((item) => item.id === articleId);
  const open = (id: string | undefined) => () => {
    if (id !== undefined) navigate({ name: 'article', id });
    if (index + 2 >= items.length) fetchMore();
  };
  const previous = index > 0 ? items[index - 1]?.id : undefined;
  const next = index >= 0 ? items[index + 1]?.id : items[0]?.id;
  useShortcut({
    keys: 'J',
    label: 'library.openNext',
    group: 'articles',
    run: open(next),
  });
  useShortcut({
    keys: 'K',
    label: 'library.openPrevious',
    group: 'articles',
    run: open(previous),
  });
  if (narrow) {
    return (
      <span className={css.pager}>
        <a className={css.back} href={href({ name: unread ? 'unread' : 'articles' })}>
          <ChevronLeft size={16} strokeWidth={1.75} aria-hidden />
          {m('library.allArticles')}
        </a>
        {index >= 0 && total !== undefined && (
          <span className={css.position}>{m('library.position', { index: index + 1, total })}</span>
        )}
      </span>
    );
  }
  return (
    <span className={css.pager}>
      <IconButton
        icon={ChevronLeft}
        label={m('library.openPrevious')}
        aria-keyshortcuts="K"
        disabledReason={previous === undefined ? m('library.openPrevious') : undefined}
        onClick={open(previous)}
      />
      <IconButton
        icon={ChevronRight}
        label={m('library.openNext')}
        aria-keyshortcuts="J"
        disabledReason={next === undefined ? m('library.openNext') : undefined}
        onClick={open(next)}
      />
    </span>
  );
}
