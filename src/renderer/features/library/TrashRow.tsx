import { Trash2 } from 'lucide-react';
import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ActionRow } from '../../ui/list/ActionList.tsx';
import { ChooseBox } from './ChooseBox.tsx';

export interface TrashRowProps {
  readonly title: string;
  readonly language?: string | null;
  /** What it is, and where it is from. */
  readonly meta: string;
  readonly chosen: boolean;
  /** Chosen as well or no longer; with Shift, up to this one. */
  readonly onChoose: (withShift: boolean) => void;
  readonly onRestore: () => void;
  readonly onDelete: () => void;
}

/** Something in the trash, the way back, and the way out. */
export function TrashRow({
  title,
  language = null,
  meta,
  chosen,
  onChoose,
  onRestore,
  onDelete,
}: TrashRowProps) {
  const m = useMessages();
  const acts = (
    <>
      <Button aria-label={m('library.restoreNamed', { title })} onClick={onRestore}>
        {m('library.restore')}
      </Button>
      <IconButton
        icon={Trash2}
        label={m('library.deleteNamed', { title })}
        aria-haspopup="dialog"
        onClick={onDelete}
      />
    </>
  );
  const box = <ChooseBox title={title} chosen={chosen} onChoose={onChoose} />;
  return <ActionRow name={title} language={language} meta={meta} action={acts} box={box} />;
}
