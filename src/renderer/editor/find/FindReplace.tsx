import { CaseSensitive, Replace, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { DocumentText } from '../../../shared/briefing/document-text.ts';
import { useMessages } from '../../messages/messages.ts';
import { useShortcut } from '../../state/keymap.ts';
import { Button } from '../../ui/Button.tsx';
import { FindField } from '../../ui/FindField.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { showToast } from '../../ui/toast/toasts.ts';
import { useHighlights } from '../use-highlights.ts';
import css from './find-replace.module.css';
import { useDocumentFind } from './use-document-find.ts';

/** Words selected on one line are what is looked for. */
function selectedWords(): string {
  const words = getSelection()?.toString() ?? '';
  return words.length <= 200 && !words.includes('\n') ? words : '';
}

/** Find (Ctrl+F) and replace (Ctrl+H) in the whole document. */
export function FindReplace({ read }: { readonly read: DocumentText }) {
  const m = useMessages();
  const find = useDocumentFind(read);
  const [replacement, setReplacement] = useState('');
  const { mode, needle, hits, at } = find;
  const current = useMemo(() => hits.slice(at, at + 1), [hits, at]);
  useHighlights('document-find', read, hits);
  useHighlights('document-find-current', read, current);
  useShortcut({
    keys: 'Ctrl+F',
    label: 'editor.find',
    group: 'writing',
    whileTyping: true,
    run: () => find.open('find', selectedWords()),
  });
  useShortcut({
    keys: 'Ctrl+H',
    label: 'editor.replace',
    group: 'writing',
    whileTyping: true,
    run: () => find.open('replace', selectedWords()),
  });
  useShortcut({
    keys: 'Escape',
    label: 'editor.closeFind',
    group: 'writing',
    whileTyping: true,
    enabled: mode !== null,
    run: find.close,
  });
  if (mode === null) return null;
  const count =
    needle === ''
      ? ''
      : m('editor.hitCount', { at: hits.length === 0 ? 0 : at + 1, count: hits.length });
  const replaceEvery = () => {
    const replaced = find.replace(replacement, 'all');
    showToast({ message: m('editor.replaced', { count: replaced }) });
  };
  return (
    <search className={css.bar} aria-label={m('editor.findReplace')}>
      <div className={css.row}>
        <FindField
          key={mode}
          label={m('editor.find')}
          previous={m('editor.previousHit')}
          next={m('editor.nextHit')}
          needle={needle}
          count={count}
          onNeedle={find.search}
          onStep={find.step}
          onClose={find.close}
        />
        <IconButton
          icon={CaseSensitive}
          label={m('editor.asWritten')}
          aria-pressed={find.exactly}
          onClick={() => find.setExactly(!find.exactly)}
        />
        <IconButton
          icon={Replace}
          label={m('editor.replace')}
          aria-expanded={mode === 'replace'}
          onClick={() => find.open(mode === 'replace' ? 'find' : 'replace', '')}
        />
        <IconButton icon={X} label={m('editor.closeFind')} onClick={find.close} />
      </div>
      {mode === 'replace' && (
        <div className={css.row}>
          <input
            className={css.input}
            aria-label={m('editor.replaceWith')}
            placeholder={m('editor.replaceWith')}
            value={replacement}
            onChange={(event) => setReplacement(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') find.replace(replacement, 'current');
              else if (event.key === 'Escape') find.close();
              else return;
              event.preventDefault();
            }}
          />
          <Button onClick={() => find.replace(replacement, 'current')}>
            {m('editor.replaceOne')}
          </Button>
          <Button onClick={replaceEvery}>{m('editor.replaceAll')}</Button>
        </div>
      )}
    </search>
  );
}
