import { Search } from 'lucide-react';
import { useRef, useState } from 'react';
import { parseQuery } from '../../../shared/query/parse.ts';
import { useMessages } from '../../messages/messages.ts';
import { keyNames } from '../../state/keymap.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { searchBoxId } from './focus-search.ts';
import { optionId, Suggestions, suggestionsId } from './Suggestions.tsx';
import css from './SearchBox.module.css';
import { useSearchBox } from './use-search-box.ts';
import { useShownError } from './use-shown-error.ts';

/** The wavy line under the part of the query that could not be read. */
function Faults({ text, scroll }: { readonly text: string; readonly scroll: number }) {
  const [first] = parseQuery(text).errors;
  const error = useShownError(text, first);
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

/** The one box over everything in the library. It completes fields and values as they are typed. */
export function SearchBox({ onActions }: SearchBoxProps) {
  const m = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const box = useSearchBox(input, onActions);
  const [scroll, setScroll] = useState(0);
  const { asked, text, open, active, groups } = box;
  return (
    <search className={css.search}>
      <label className={css.box}>
        <Search size={16} strokeWidth={1.75} aria-hidden className={css.icon} />
        <span className={css.field}>
          {asked !== null && <Faults text={text} scroll={scroll} />}
          <input
            ref={input}
            id={searchBoxId}
            className={css.input}
            type="search"
            aria-label={m('search.box')}
            aria-keyshortcuts="Control+K"
            aria-autocomplete="list"
            aria-controls={open ? suggestionsId : undefined}
            aria-activedescendant={active === null ? undefined : optionId(active)}
            placeholder={m('search.box')}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={({ target, nativeEvent }) => {
              const isComposing = nativeEvent instanceof InputEvent && nativeEvent.isComposing;
              const write = isComposing ? box.compose : box.type;
              write(target.value, target.selectionStart ?? target.value.length);
            }}
            onCompositionEnd={({ currentTarget: { value, selectionStart } }) =>
              box.type(value, selectionStart ?? value.length)
            }
            onSelect={(event) => box.settle(event.currentTarget.selectionStart ?? 0)}
            onFocus={box.focus}
            onBlur={box.close}
            onKeyDown={box.press}
            onScroll={(event) => setScroll(event.currentTarget.scrollLeft)}
          />
        </span>
        <Kbd>{asked === null ? keyNames('Ctrl+K') : 'Esc'}</Kbd>
      </label>
      {open && (
        <Suggestions
          over={asked === null ? null : text}
          groups={groups}
          active={active}
          onChoose={box.choose}
        />
      )}
      <span className="visually-hidden" aria-live="polite">
        {open && m('search.suggested', { count: groups.flatMap(({ items }) => items).length })}
      </span>
    </search>
  );
}
