import { Bookmark, BookmarkCheck } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { SavedSearch } from '../../../shared/model/saved-search.ts';
import { chips } from '../../../shared/query/chips.ts';
import { parseQuery } from '../../../shared/query/parse.ts';
import { useCommand } from '../../api/use-command.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages } from '../../messages/messages.ts';
import { useShortcut } from '../../state/keymap.ts';
import { showDone } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Popover } from '../../ui/menu/Popover.tsx';
import { searchName } from './chip-words.ts';
import css from './SaveSearch.module.css';
import { useSearchSort } from './use-search.ts';

interface ManageProps {
  readonly saved: SavedSearch;
  readonly close: () => void;
}

/** Gives a saved search another name, or lets it go. */
function Manage({ saved, close }: ManageProps) {
  const m = useMessages();
  const [name, setName] = useState(saved.name);
  const update = useCommand('searches.update');
  const remove = useCommand('searches.delete');
  const rename = async () => {
    if (name.trim() === '') return;
    if ((await update.run({ id: saved.id, name })) !== undefined) close();
  };
  const letGo = async () => {
    if ((await remove.run({ id: saved.id })) === undefined) return;
    close();
    showDone(m, m('search.savedDeleted', { name: saved.name }));
  };
  return (
    <form
      className={css.manage}
      onSubmit={(event) => {
        event.preventDefault();
        void rename();
      }}
    >
      <Field
        label={m('search.savedName')}
        value={name}
        maxLength={200}
        onChange={(event) => setName(event.target.value)}
      />
      <div className={css.actions}>
        <Button look="primary" type="submit">
          {m('search.rename')}
        </Button>
        <Button look="plain" onClick={() => void letGo()}>
          {m('search.deleteSaved')}
        </Button>
      </div>
    </form>
  );
}

/** Keeps the query under a name made of its chips; one that is kept can be renamed or let go. */
export function SaveSearch({ q }: { readonly q: string }) {
  const m = useMessages();
  const { data } = useMethod('searches.list', {});
  const { data: info } = useMethod('library.info', {});
  const sort = useSearchSort((state) => state.sort);
  const create = useCommand('searches.create');
  const saved = data?.items.find((item) => item.q === q.trim());
  const button = useRef<HTMLSpanElement>(null);
  const hadFocus = useRef(false);
  // Another button takes the place of the one that was pressed, and the focus with it.
  useLayoutEffect(() => {
    const isLost = document.activeElement === document.body;
    if (hadFocus.current && isLost) button.current?.querySelector('button')?.focus();
  });
  const save = async () => {
    const name = searchName(m, chips(parseQuery(q)));
    const kept = await create.run(name === '' ? { q, sort } : { q, sort, name });
    if (kept !== undefined) showDone(m, m('search.savedAs', { name: kept.name }));
  };
  const canSave = saved === undefined && info?.readOnly !== true;
  useShortcut({
    keys: 'Ctrl+S',
    label: 'search.save',
    group: 'everywhere',
    whileTyping: true,
    enabled: canSave,
    run: () => void save(),
  });
  const watched = (content: ReactNode) => (
    <span
      ref={button}
      onFocus={() => (hadFocus.current = true)}
      onBlur={({ relatedTarget }) => (hadFocus.current = relatedTarget === null)}
    >
      {content}
    </span>
  );
  if (saved !== undefined) {
    return watched(
      <Popover
        label={m('search.savedSearch')}
        placement="bottom-end"
        trigger={
          <Button look="plain" icon={BookmarkCheck}>
            {m('search.isSaved')}
          </Button>
        }
      >
        {(close) => <Manage key={saved.id} saved={saved} close={close} />}
      </Popover>,
    );
  }
  return watched(
    <Button
      look="plain"
      icon={Bookmark}
      aria-keyshortcuts="Control+S"
      disabledReason={info?.readOnly === true ? m('search.saveReadOnly') : undefined}
      onClick={() => void save()}
    >
      {m('search.save')}
    </Button>,
  );
}
