import { FilePlus2, LayoutTemplate, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { NameForm } from '../../editor/NameForm.tsx';
import type { OpenedDocument } from '../../editor/open/opened-document.ts';
import { useMessages } from '../../messages/messages.ts';
import { navigate } from '../../state/route.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import css from './TemplatesButton.module.css';

type Opened = Pick<OpenedDocument, 'id' | 'save'>;

/** Saves the briefing as a template, and starts others from those that were saved. */
export function TemplatesButton(opened: Opened) {
  const m = useMessages();
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton
        icon={LayoutTemplate}
        label={m('templates.title')}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      />
      {open && <TemplatesDialog {...opened} onClose={() => setOpen(false)} />}
    </>
  );
}

function TemplatesDialog({ id, save, onClose }: Opened & { readonly onClose: () => void }) {
  const m = useMessages();
  const { data } = useMethod('templates.list', {});
  const create = useCommand('templates.create');
  const update = useCommand('templates.update');
  const remove = useCommand('templates.delete');
  const begin = useCommand('briefings.create');
  const [naming, setNaming] = useState<string | null>(null);
  const keep = async (name: string) => {
    await save();
    if ((await create.run({ name, documentId: id })) === undefined) return;
    showDone(m, m('templates.saved', { name }));
  };
  const use = async (templateId: string) => {
    const made = await begin.run({ templateId });
    if (made === undefined) return;
    onClose();
    navigate({ name: 'briefing', id: made.id });
  };
  const rename = async (templateId: string, from: string, to: string) => {
    setNaming(null);
    if (to === from || (await update.run({ id: templateId, name: to })) === undefined) return;
    showDone(m, m('templates.renamed', { from, to }));
  };
  const drop = async (templateId: string, name: string) => {
    if ((await remove.run({ id: templateId })) === undefined) return;
    showDone(m, m('templates.deleted', { name }));
  };
  return (
    <Dialog
      title={m('templates.title')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{m('ui.close')}</Button>}
    >
      <p className={css.explain}>{m('templates.explain')}</p>
      <NameForm label={m('templates.name')} action={m('templates.save')} onName={keep} />
      {data?.items.length === 0 && <p className={css.none}>{m('templates.none')}</p>}
      <ul className={css.list} aria-label={m('templates.list')}>
        {data?.items.map(({ id: templateId, name }) => (
          <li key={templateId}>
            <div className={css.row}>
              <Button look="link" icon={FilePlus2} onClick={() => void use(templateId)}>
                {m('templates.use', { name })}
              </Button>
              <span className={css.space} />
              <IconButton
                icon={Pencil}
                label={m('templates.rename', { name })}
                aria-expanded={naming === templateId}
                onClick={() => setNaming((open) => (open === templateId ? null : templateId))}
              />
              <IconButton
                icon={Trash2}
                label={m('templates.delete', { name })}
                onClick={() => void drop(templateId, name)}
              />
            </div>
            {naming === templateId && (
              <NameForm
                label={m('templates.newName')}
                action={m('templates.giveName')}
                value={name}
                onName={(to) => rename(templateId, name, to)}
              />
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
