import { useEffect, useRef, useState } from 'react';
import { client } from '../../api/client.ts';
import { showError } from '../../api/show-error.ts';
import type { NotebookDocument } from '../../../shared/model/document.ts';
import { useMessages } from '../../messages/messages.ts';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/toast/toasts.ts';
import { unknownTypes } from '../extension.ts';
import type { OpenedDocument } from '../open/opened-document.ts';
import { useSaving } from '../use-saving.ts';
import { ConflictDialog } from './ConflictDialog.tsx';
import css from './conflict.module.css';

export type ConflictLineProps = Pick<
  OpenedDocument,
  | 'id'
  | 'kind'
  | 'saves'
  | 'content'
  | 'base'
  | 'takeIn'
  | 'merge'
  | 'reload'
  | 'overwrite'
  | 'gone'
  | 'restore'
>;

/**
 * Puts together what was saved in two places; asks where both changed the same paragraph, and where
 * the other place deleted it.
 */
export function ConflictLine(opened: ConflictLineProps) {
  const { id, kind, saves, content, base, merge, reload, overwrite } = opened;
  const m = useMessages();
  const saving = useSaving(saves);
  const [saved, setSaved] = useState<NotebookDocument | null>(null);
  const mustAsk = useMustAsk(opened, saving.kind === 'conflict');
  if (opened.gone) {
    return (
      <p className={css.line} role="alert">
        {m(`conflict.gone.${kind}`)}
        <Button look="primary" onClick={() => void opened.restore().catch(showError)}>
          {m('library.restore')}
        </Button>
      </p>
    );
  }
  if (saving.kind !== 'conflict' || !mustAsk) return null;
  const compare = async () => {
    try {
      const newest = await client.call(`${kind}.get`, { id });
      const types = unknownTypes(newest.content).join(', ');
      if (types === '') setSaved(newest);
      else showToast({ message: m('briefings.unknownNodes', { types }) });
    } catch (error) {
      showError(error);
    }
  };
  return (
    <>
      <p className={css.line} role="alert">
        {m('briefings.conflict')}
        <Button look="primary" onClick={() => void compare()}>
          {m('conflict.compare')}
        </Button>
        <Button onClick={reload}>{m('briefings.loadSaved')}</Button>
        <Button onClick={overwrite}>{m('briefings.overwrite')}</Button>
      </p>
      {saved !== null && (
        <ConflictDialog
          base={base()}
          theirs={saved.content}
          mine={content}
          onClose={() => setSaved(null)}
          onMerged={(merged) => {
            setSaved(null);
            merge(saved, merged);
            showToast({ message: m('conflict.merged') });
          }}
        />
      )}
    </>
  );
}

/** Whether the person has to decide on a conflict: false while it is none, or solved by itself. */
function useMustAsk({ id, kind, takeIn }: ConflictLineProps, isConflict: boolean): boolean {
  const m = useMessages();
  const [mustAsk, setMustAsk] = useState(false);
  /** Two pages that are written in at once are put together at every save: saying so once is enough. */
  const said = useRef(false);
  useEffect(() => {
    if (!isConflict) return undefined;
    let wanted = true;
    const solves = async (): Promise<boolean> => {
      try {
        const newest = await client.call(`${kind}.get`, { id });
        return wanted && unknownTypes(newest.content).length === 0 && takeIn(newest);
      } catch {
        // What is wrong is said when the person asks to see both.
        return false;
      }
    };
    const solve = async () => {
      if (await solves()) {
        if (!said.current) showToast({ message: m('conflict.takenIn') });
        said.current = true;
      } else if (wanted) {
        setMustAsk(true);
      }
    };
    void solve();
    return () => {
      wanted = false;
      setMustAsk(false);
    };
  }, [isConflict, id, kind, takeIn, m]);
  return mustAsk;
}
