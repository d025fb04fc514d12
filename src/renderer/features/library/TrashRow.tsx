import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { ActionRow } from '../../ui/list/ActionList.tsx';

export interface TrashRowProps {
  readonly title: string;
  readonly language?: string | null;
  /** What it is, and where it is from. */
  readonly meta: string;
  readonly onRestore: () => void;
}

/** Something deleted, and the way back. */
export function TrashRow({ title, language = null, meta, onRestore }: TrashRowProps) {
  const m = useMessages();
  const restore = (
    <Button aria-label={m('library.restoreNamed', { title })} onClick={onRestore}>
      {m('library.restore')}
    </Button>
  );
  return <ActionRow name={title} language={language} meta={meta} action={restore} />;
}
