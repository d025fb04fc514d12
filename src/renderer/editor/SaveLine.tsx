import { useMessages } from '../messages/messages.ts';
import { Button } from '../ui/Button.tsx';
import type { OpenedDocument } from './open/opened-document.ts';
import { useSaving } from './use-saving.ts';
import css from './save-line.module.css';

const time = (at: Date): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(at);

/** Whether what is on the page is in the library. */
export function SaveLine({ saves, retry }: Pick<OpenedDocument, 'saves' | 'retry'>) {
  const m = useMessages();
  const saving = useSaving(saves);
  switch (saving.kind) {
    case 'saved':
      return saving.at === null ? null : (
        <span className={css.quiet}>{m('briefings.saved', { time: time(saving.at) })}</span>
      );
    case 'waiting':
    case 'saving':
      return <span className={css.quiet}>{m('briefings.saving')}</span>;
    case 'failed':
      return (
        <span className={css.failed} role="alert">
          <span className={css.reason} title={saving.reason}>
            {m('briefings.saveFailed', { reason: saving.reason })}
          </span>
          <Button look="link" onClick={retry}>
            {m('briefings.tryAgain')}
          </Button>
        </span>
      );
    case 'conflict':
      return null;
  }
}
