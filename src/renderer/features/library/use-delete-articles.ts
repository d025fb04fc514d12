import { useEffect, useRef } from 'react';
import type { ArticleSummary } from '../../../shared/model/article.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMessages } from '../../messages/messages.ts';
import { keepFocus } from '../../state/focus.ts';
import { currentRoute, navigate } from '../../state/route.ts';
import { showDone } from '../../state/undo.ts';
import { focusRow } from '../../ui/list/VirtualList.tsx';

export interface DeletingArticles {
  readonly items: readonly ArticleSummary[];
  readonly active: number;
  /** Told which row is gone to instead of those that go. */
  readonly onNext: (id: string | null) => void;
}

/** The row to go to when those of `ids` go: the next one after row `active`, else the one before. */
function neighbour(items: readonly ArticleSummary[], active: number, ids: ReadonlySet<string>) {
  const stays = ({ id }: ArticleSummary) => !ids.has(id);
  return items.slice(active).find(stays) ?? items.slice(0, active).findLast(stays);
}

/**
 * Moves articles of the list to the trash. The open one gives way to its neighbour, and so does the
 * focus that was on what went.
 */
export function useDeleteArticles({ items, active, onNext }: DeletingArticles) {
  const m = useMessages();
  const { run, pending } = useCommand('articles.delete');
  const leaving = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    const gone = leaving.current;
    if (gone === null || items.some(({ id }) => gone.has(id))) return;
    leaving.current = null;
    if (document.activeElement === document.body) focusRow(active);
  });
  return async (ids: ReadonlySet<string>, title: string): Promise<boolean> => {
    if (pending) return false;
    const next = neighbour(items, active, ids);
    onNext(next?.id ?? null);
    if ((await run({ id: [...ids] })) === undefined) return false;
    leaving.current = ids;
    // Who has gone to another view meanwhile stays there.
    const route = currentRoute();
    if (route.name === 'article' && ids.has(route.id)) {
      keepFocus();
      navigate(next === undefined ? { name: 'articles' } : { name: 'article', id: next.id });
    }
    showDone(
      m,
      ids.size === 1
        ? m('library.deleted', { title })
        : m('library.deletedMany', { count: ids.size }),
    );
    return true;
  };
}
