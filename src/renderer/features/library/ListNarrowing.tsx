import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useMessages } from '../../messages/messages.ts';
import { listQuery } from '../../state/list-query.ts';
import { useListView } from '../../state/list-view.ts';
import { focusRow } from '../../ui/list/VirtualList.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import css from './ListNarrowing.module.css';

/** How long typing must rest before the list follows, in ms. */
const rest = 200;

interface ListNarrowingProps {
  /** Opened just now: what is typed next is for it. */
  readonly focused: boolean;
  readonly onClose: () => void;
}

/** What the list is narrowed by: a query, and whether an article was read. Escape takes it away. */
export function ListNarrowing({ focused, onClose }: ListNarrowingProps) {
  const m = useMessages();
  const { typed, unread } = useListView();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  useEffect(() => {
    const timer = setTimeout(() => useListView.setState({ query: listQuery(typed) }), rest);
    return () => clearTimeout(timer);
  }, [typed]);
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'ArrowDown' || event.key === 'Enter') focusRow(0);
    else return;
    event.preventDefault();
  };
  return (
    <div className={css.row} role="group" aria-label={m('library.narrow')}>
      <SearchField
        wide
        ref={field}
        label={m('library.narrowWords')}
        title={m('library.narrowHint')}
        value={typed}
        onChange={(words) => useListView.setState({ typed: words })}
        onKeyDown={press}
      />
      <label className={css.unread}>
        <input
          type="checkbox"
          checked={unread}
          onChange={(event) => useListView.setState({ unread: event.target.checked })}
        />
        {m('library.unread')}
      </label>
    </div>
  );
}
