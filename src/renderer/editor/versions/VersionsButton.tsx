import { History } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import type { OpenedDocument } from '../open/opened-document.ts';
import { VersionsDialog } from './VersionsDialog.tsx';

/** Opens the versions of the document, once what is on the page is saved. */
export function VersionsButton({ id, save }: Pick<OpenedDocument, 'id' | 'save'>) {
  const m = useMessages();
  const [open, setOpen] = useState(false);
  const show = async () => {
    await save();
    setOpen(true);
  };
  return (
    <>
      <Button look="plain" icon={History} tight aria-haspopup="dialog" onClick={() => void show()}>
        {m('versions.title')}
      </Button>
      {open && <VersionsDialog documentId={id} onClose={() => setOpen(false)} />}
    </>
  );
}
