import { useCommand } from '../../api/use-command.ts';
import { useMessages, type Messages } from '../../messages/messages.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';

/** What is to leave the library: things by their ids, or all that is in the trash. */
export interface Leaving {
  readonly ids?: readonly string[];
  /** Of the only one. */
  readonly title?: string;
  readonly articles: number;
  readonly briefings: number;
  readonly notes: number;
}

export interface EmptyTrashDialogProps extends Leaving {
  readonly onClose: () => void;
}

/** “2 articles, 1 note”. */
export const trashCounts = (
  m: Messages,
  { articles, briefings, notes }: Pick<Leaving, 'articles' | 'briefings' | 'notes'>,
): string =>
  [
    m('library.trashCount', { count: articles }),
    m('library.trashBriefings', { count: briefings }),
    m('library.trashNotes', { count: notes }),
  ]
    .filter((count) => count !== '')
    .join(', ');

/** Asks before something leaves the trash, and says what goes with it. */
export function EmptyTrashDialog({ ids, title, onClose, ...counts }: EmptyTrashDialogProps) {
  const m = useMessages();
  const { run, pending } = useCommand('trash.empty');
  const empty = async () => {
    const done = await run(ids === undefined ? {} : { ids: [...ids] });
    onClose();
    if (done === undefined) return;
    const count = done.articles + done.briefings + done.notes;
    showDone(
      m,
      title === undefined ? m('library.emptied', { count }) : m('library.gone', { title }),
    );
  };
  return (
    <Dialog
      title={
        title === undefined
          ? m('library.emptyAsk', { things: trashCounts(m, counts) })
          : m('library.goneAsk', { title })
      }
      onClose={onClose}
      actions={
        <>
          <Button data-autofocus onClick={onClose}>
            {m('ui.cancel')}
          </Button>
          <Button look="danger" pending={pending} onClick={() => void empty()}>
            {m('library.deleteVerb')}
          </Button>
        </>
      }
    >
      {counts.articles > 0 && <p>{m('library.emptyArticles', { count: counts.articles })}</p>}
      <p>{m('library.emptyHint')}</p>
    </Dialog>
  );
}
