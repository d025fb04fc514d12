import { useCommand } from '../../api/use-command.ts';
import { useMessages } from '../../messages/messages.ts';
import { showToast } from '../../ui/toast/toasts.ts';

/**
 * Marks articles as read or unread. Reading is no entry of the history, so the line that says
 * it of several brings its own way back: to what the changed ones were.
 */
export function useMarkRead() {
  const m = useMessages();
  const { run } = useCommand('articles.markRead');
  const mark = async (ids: readonly string[], read: boolean): Promise<number> => {
    const done = await run({ ids: [...ids], read });
    const changed = done?.changed ?? [];
    if (changed.length > 0 && ids.length > 1) {
      showToast({
        message: m(read ? 'library.markedRead' : 'library.markedUnread', {
          count: changed.length,
        }),
        action: {
          label: m('ui.undo'),
          run: () => void run({ ids: changed, read: !read }),
        },
      });
    }
    return changed.length;
  };
  return {
    mark,
    /** As read where one of them is unread, else all as unread. */
    toggle: async (ids: readonly string[]): Promise<void> => {
      if ((await mark(ids, true)) === 0) await mark(ids, false);
    },
  };
}
