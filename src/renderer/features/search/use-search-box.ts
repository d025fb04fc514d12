import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { client } from '../../api/client.ts';
import { showError } from '../../api/show-error.ts';
import { currentRoute, navigate, useRoute } from '../../state/route.ts';
import { rememberSearch } from './remember.ts';
import { focusResult, openFirstResult } from './results-focus.ts';
import { useSuggestions, type Choice } from './use-suggestions.ts';

/** An Escape this soon after the suggestions went, in ms, was meant for them. */
const justClosed = 300;

/** What results lead to: there the box keeps the query, for the way back. */
const results: ReadonlySet<string> = new Set(['article', 'note', 'briefing', 'actor']);

/** Shows `q`; the first query gets an entry in the page's history, those typed after it do not. */
function show(q: string): void {
  const route = currentRoute();
  if (route.name === 'search' && route.q === q) return;
  navigate({ name: 'search', q }, { replace: route.name === 'search' });
}

/** The text of the search box (`input`), what it offers, and its keys. */
export function useSearchBox(input: RefObject<HTMLInputElement | null>, onActions: () => void) {
  const route = useRoute();
  const asked = route.name === 'search' ? route.q : null;
  const [text, setText] = useState('');
  const [caret, setCaret] = useState(0);
  const [offering, setOffering] = useState(false);
  const [active, setActive] = useState<number | null>(null);
  const caretToSet = useRef<number | null>(null);

  const [followed, setFollowed] = useState<string | null>(null);
  if (asked !== followed) {
    setFollowed(asked);
    if (asked !== null && asked.trim() !== text.trim()) setText(asked);
  }
  const isElsewhere = asked === null && !results.has(route.name);
  const [wasElsewhere, setWasElsewhere] = useState(isElsewhere);
  if (isElsewhere !== wasElsewhere) {
    setWasElsewhere(isElsewhere);
    if (isElsewhere) setText('');
  }
  useLayoutEffect(() => {
    if (caretToSet.current === null) return;
    input.current?.setSelectionRange(caretToSet.current, caretToSet.current);
    caretToSet.current = null;
  });

  const groups = useSuggestions(text, caret, offering);
  const suggestions = groups.flatMap(({ items }) => items);
  const current = active === null ? undefined : suggestions[active];
  const open = suggestions.length > 0;
  const closedAt = useRef(-justClosed);
  useEffect(() => {
    if (!open) return undefined;
    return () => {
      closedAt.current = performance.now();
    };
  }, [open]);
  const close = () => {
    setOffering(false);
    setActive(null);
  };

  const type = (value: string, at: number) => {
    setActive(null);
    if (value.startsWith('>')) {
      close();
      onActions();
      return;
    }
    setText(value);
    setCaret(at);
    setOffering(true);
    if (value.trim() !== '' || asked !== null) show(value);
  };
  /** What an input method is still composing stands in the box, and is not asked for. */
  const compose = (value: string, at: number) => {
    close();
    setText(value);
    setCaret(at);
  };
  const choose = (choice: Choice) => {
    if (choice.do === 'write') {
      caretToSet.current = choice.caret;
      type(choice.q, choice.caret);
      return;
    }
    if (choice.do === 'forget') {
      setActive(null);
      client.call('searches.forget', {}).catch(showError);
      return;
    }
    close();
    setText(choice.q);
    show(choice.q);
    rememberSearch(choice.q);
  };
  const move = (step: number) => {
    const places = suggestions.length + 1;
    const next = ((active ?? -1) + 1 + step + places) % places;
    setActive(next === 0 ? null : next - 1);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const isMove = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    if (isMove && open) {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && current !== undefined) {
      event.preventDefault();
      choose(current.choice);
    } else if (event.key === 'Enter' && text.trim() !== '') {
      close();
      rememberSearch(text);
      if (asked === text) openFirstResult();
      else show(text);
    } else if (event.key === 'ArrowDown' && asked !== null) {
      event.preventDefault();
      focusResult(0);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (open) close();
      else if (event.repeat || performance.now() - closedAt.current < justClosed) return;
      else if (asked === null) event.currentTarget.blur();
      else {
        setText('');
        window.history.back();
      }
    }
  };
  return {
    asked,
    text,
    groups,
    open,
    /** Index of the suggestion that Enter takes. */
    active: current === undefined ? null : active,
    choose,
    close,
    compose,
    press,
    type,
    /** The cursor has moved, or the box has got the focus. */
    settle: (at: number) => setCaret(at),
    focus: () => setOffering(text === ''),
  };
}
