import { Search } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useMessages } from '../../messages/messages.ts';
import { keyNames } from '../../state/keymap.ts';
import { currentRoute, navigate, useRoute } from '../../state/route.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { searchBoxId } from './focus-search.ts';
import { focusResult, openFirstResult } from './results-focus.ts';
import css from './SearchBox.module.css';
import { useSearch } from './use-search.ts';

const restMs = 150;

/** Shows `q`; the first query gets an entry in the page's history, those typed after it do not. */
function show(q: string): void {
  const route = currentRoute();
  if (route.name === 'search' && route.q === q) return;
  navigate({ name: 'search', q }, { replace: route.name === 'search' });
}

/** The wavy line under the part of the query that could not be read. */
function Faults({ text, scroll }: { readonly text: string; readonly scroll: number }) {
  const { data } = useSearch(text);
  const error = data?.error;
  if (error === undefined) return null;
  return (
    <span className={css.faults} aria-hidden>
      <span className={css.shifted} style={{ transform: `translateX(${-scroll}px)` }}>
        {text.slice(0, error.start)}
        <span className={css.fault}>
          {text.slice(error.start, Math.max(error.end, error.start + 1)) || ' '}
        </span>
      </span>
    </span>
  );
}

export interface SearchBoxProps {
  /** `>` was typed: the person wants an action, not a search. */
  readonly onActions: () => void;
}

/** The one box over everything in the library. */
export function SearchBox({ onActions }: SearchBoxProps) {
  const m = useMessages();
  const route = useRoute();
  const asked = route.name === 'search' ? route.q : null;
  const [text, setText] = useState('');
  const [scroll, setScroll] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const [followed, setFollowed] = useState<string | null>(null);
  if (asked !== followed) {
    setFollowed(asked);
    if (asked !== null && asked.trim() !== text.trim()) setText(asked);
  }

  const type = (value: string) => {
    clearTimeout(timer.current);
    if (value.startsWith('>')) {
      onActions();
      return;
    }
    setText(value);
    if (value.trim() !== '') timer.current = setTimeout(() => show(value), restMs);
    else if (asked !== null) timer.current = setTimeout(() => show(''), restMs);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && text.trim() !== '') {
      clearTimeout(timer.current);
      if (asked === text) openFirstResult();
      else show(text);
    } else if (event.key === 'ArrowDown' && asked !== null) {
      event.preventDefault();
      focusResult(0);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      clearTimeout(timer.current);
      setText('');
      if (asked === null) event.currentTarget.blur();
      else window.history.back();
    }
  };
  return (
    <search className={css.search}>
      <label className={css.box}>
        <Search size={16} strokeWidth={1.75} aria-hidden className={css.icon} />
        <span className={css.field}>
          {asked !== null && <Faults text={text} scroll={scroll} />}
          <input
            id={searchBoxId}
            className={css.input}
            type="search"
            aria-label={m('search.box')}
            aria-keyshortcuts="Control+K"
            placeholder={m('search.box')}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => type(event.target.value)}
            onKeyDown={press}
            onScroll={(event) => setScroll(event.currentTarget.scrollLeft)}
          />
        </span>
        <Kbd>{asked === null ? keyNames('Ctrl+K') : 'Esc'}</Kbd>
      </label>
    </search>
  );
}
