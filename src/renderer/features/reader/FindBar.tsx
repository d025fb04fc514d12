import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../messages/messages.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { Find } from './use-find.ts';
import css from './FindBar.module.css';

/** Find in the open article, also where it is not in sight. Enter and Shift+Enter step. */
export function FindBar({ find }: { readonly find: Find }) {
  const m = useMessages();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  const count =
    find.needle === ''
      ? ''
      : m('reader.hitCount', {
          at: find.hits.length === 0 ? 0 : find.at + 1,
          count: find.hits.length,
        });
  return (
    <search className={css.bar} aria-label={m('reader.find')}>
      <input
        ref={input}
        className={css.input}
        aria-label={m('reader.find')}
        placeholder={m('reader.find')}
        value={find.needle}
        onChange={(event) => find.search(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') find.close();
          else return;
          event.preventDefault();
        }}
      />
      <output className={css.count}>{count}</output>
      <IconButton icon={ChevronUp} label={m('reader.previousHit')} onClick={() => find.step(-1)} />
      <IconButton icon={ChevronDown} label={m('reader.nextHit')} onClick={() => find.step(1)} />
      <IconButton icon={X} label={m('reader.closeFind')} onClick={find.close} />
    </search>
  );
}
