import { Trash2 } from 'lucide-react';
import { useCommand } from '../../api/use-command.ts';
import type { OpenedDocument } from '../../editor/open/opened-document.ts';
import { useMessages } from '../../messages/messages.ts';
import { navigate } from '../../state/route.ts';
import { showDone } from '../../state/undo.ts';
import { IconButton } from '../../ui/IconButton.tsx';

/** Puts the open briefing into the trash. */
export function DeleteButton({ id, title, save }: Pick<OpenedDocument, 'id' | 'title' | 'save'>) {
  const m = useMessages();
  const remove = useCommand('briefings.delete');
  const drop = async () => {
    await save();
    // A briefing that is gone must not be open any more: its page would ask for it.
    navigate({ name: 'articles' });
    if ((await remove.run({ id })) !== undefined) showDone(m, m('briefings.deleted', { title }));
  };
  return <IconButton icon={Trash2} label={m('briefings.delete')} onClick={() => void drop()} />;
}
