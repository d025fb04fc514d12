import { X } from 'lucide-react';
import { useMessages } from '../../messages/messages.ts';
import { FindField } from '../../ui/FindField.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import type { Find } from './use-find.ts';
import css from './FindBar.module.css';

/** Find in the open article, also where it is not in sight. Enter and Shift+Enter step. */
export function FindBar({ find, onClose }: { readonly find: Find; readonly onClose: () => void }) {
  const m = useMessages();
  const count =
    find.needle === ''
      ? ''
      : m('reader.hitCount', {
          at: find.hits.length === 0 ? 0 : find.at + 1,
          count: find.hits.length,
          hidden: find.hidden,
        });
  return (
    <search className={css.bar} aria-label={m('reader.find')}>
      <FindField
        label={m('reader.find')}
        previous={m('reader.previousHit')}
        next={m('reader.nextHit')}
        needle={find.needle}
        count={count}
        onNeedle={find.search}
        onStep={find.step}
        onClose={onClose}
      />
      <IconButton icon={X} label={m('reader.closeFind')} className={css.close} onClick={onClose} />
    </search>
  );
}
