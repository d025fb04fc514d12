import { BookOpen, ClipboardPaste, FolderOpen, LockKeyhole } from 'lucide-react';
import { useCommand } from '../../api/use-command.ts';
import { useMessages } from '../../messages/messages.ts';
import { navigate } from '../../state/route.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import css from './Start.module.css';
import { TracedPassage } from './TracedPassage.tsx';

export interface StartProps {
  readonly onChoose: () => void;
  readonly onPaste: () => void;
}

/** The first screen of an empty library. */
export function Start({ onChoose, onPaste }: StartProps) {
  const m = useMessages();
  const { run: addSample, pending } = useCommand('library.sample');
  const sample = async () => {
    const added = await addSample({});
    const [first] = added?.articleIds ?? [];
    if (added === undefined || first === undefined) return;
    navigate({ name: 'article', id: first });
    showDone(m, m('start.sampleAdded', { count: added.articleIds.length }));
  };
  return (
    <section className={css.start} aria-labelledby="start-title">
      <div className={css.zone}>
        <TracedPassage />
        <h1 id="start-title" className={css.title}>
          {m('start.drop')}
        </h1>
        <p className={css.formats}>{m('start.formats')}</p>
        <div className={css.buttons}>
          <Button icon={ClipboardPaste} keys="Ctrl V" onClick={onPaste}>
            {m('start.paste')}
          </Button>
          <Button icon={FolderOpen} onClick={onChoose}>
            {m('start.chooseFiles')}
          </Button>
          <Button look="primary" icon={BookOpen} pending={pending} onClick={() => void sample()}>
            {m('start.sample')}
          </Button>
        </div>
        <p className={css.note}>{m('start.sampleNote')}</p>
      </div>
      <p className={css.promise}>
        <LockKeyhole size={14} strokeWidth={1.75} aria-hidden />
        <strong>{m('start.nothingLeaves')}</strong> {m('start.noNetwork')}
      </p>
    </section>
  );
}
