import { ClipboardPaste, FileText, FolderOpen } from 'lucide-react';
import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import css from './Chooser.module.css';
import { chooseFiles } from './choose-files.ts';
import { Formats } from './Formats.tsx';
import { KeptPreviews } from './KeptPreviews.tsx';
import { openPaste } from './PasteDialog.tsx';
import { StoppedImports } from './StoppedImports.tsx';

/** Before there is anything to look over: where articles can come from. */
export function Chooser() {
  const m = useMessages();
  return (
    <section className={css.chooser} aria-label={m('imports.title')}>
      <div className={css.zone}>
        <h1 className={css.title}>{m('imports.drop')}</h1>
        <p className={css.hint}>{m('imports.dropHint')}</p>
        <div className={css.buttons}>
          <Button look="primary" icon={FileText} onClick={() => void chooseFiles('files')}>
            {m('imports.chooseFiles')}
          </Button>
          <Button icon={FolderOpen} onClick={() => void chooseFiles('folder')}>
            {m('imports.chooseFolder')}
          </Button>
          <Button icon={ClipboardPaste} keys="Ctrl V" onClick={openPaste}>
            {m('imports.paste')}
          </Button>
        </div>
        <Formats />
        <KeptPreviews />
        <StoppedImports />
      </div>
    </section>
  );
}
