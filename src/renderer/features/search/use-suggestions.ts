import type { Completion } from '../../../shared/model/completion.ts';
import { completingAt } from '../../../shared/query/completing.ts';
import { fields } from '../../../shared/query/tree.ts';
import { useMethod } from '../../api/use-method.ts';
import { useMessages, type Messages } from '../../messages/messages.ts';
import { accepted } from './accept.ts';

const mostSaved = 5;
const mostHistory = 6;
const mostCompletions = 8;

/** What choosing a suggestion does. */
export type Choice =
  | { readonly do: 'write'; readonly q: string; readonly caret: number }
  | { readonly do: 'search'; readonly q: string; readonly remembered: boolean }
  | { readonly do: 'forget' };

export interface Suggestion {
  readonly id: string;
  readonly label: string;
  /** What kind of thing it is, or the name that matched. */
  readonly hint?: string | undefined;
  readonly count?: number | undefined;
  readonly choice: Choice;
}

export interface SuggestionGroup {
  /** Absent where the group needs no name. */
  readonly label?: string;
  readonly items: readonly Suggestion[];
}

const none: readonly SuggestionGroup[] = [];

function hintOf(m: Messages, { kind, matched, label }: Completion): string | undefined {
  if (matched !== undefined) return matched;
  return kind === 'field'
    ? m(`search.fieldHint.${label.slice(0, -1)}` as 'search.fieldHint.title')
    : undefined;
}

/** Fields and values for what is being typed at `caret`; nothing for a plain word. */
function useCompletions(q: string, caret: number, enabled: boolean): readonly SuggestionGroup[] {
  const m = useMessages();
  const completing = completingAt(q, caret);
  const wanted =
    completing !== null &&
    (completing.field !== null ||
      (completing.typed.length > 1 &&
        fields.some((field) => field.startsWith(completing.typed.toLowerCase()))));
  const { data, isPlaceholderData } = useMethod(
    'search.complete',
    { q, caret, limit: mostCompletions },
    { enabled: enabled && wanted, superseded: true },
  );
  if (!enabled || !wanted || data === undefined || isPlaceholderData) return none;
  const items = data.items.map((item): Suggestion => {
    const { q: written, caret: at } = accepted(q, data, item);
    return {
      id: `${item.kind} ${item.text}`,
      label: item.label,
      hint: hintOf(m, item),
      count: item.count,
      choice: { do: 'write', q: written, caret: at },
    };
  });
  return items.length === 0 ? none : [{ items }];
}

/** The fields a search can name. */
function useFields(): SuggestionGroup {
  const m = useMessages();
  const items = fields.map((field): Suggestion => ({
    id: field,
    label: `${field}:`,
    hint: m(`search.fieldHint.${field}`),
    choice: { do: 'write', q: `${field}:`, caret: field.length + 1 },
  }));
  return { label: m('search.fields'), items };
}

/** For the empty box: saved searches, and what was searched for last; before the first the fields. */
function useEarlier(enabled: boolean): readonly SuggestionGroup[] {
  const m = useMessages();
  const { data: saved } = useMethod('searches.list', {}, { enabled });
  const { data: history } = useMethod('searches.history', { limit: mostHistory }, { enabled });
  const inFields = useFields();
  if (!enabled || saved === undefined || history === undefined) return none;
  if (saved.items.length === 0 && history.items.length === 0) return [inFields];
  const savedItems = saved.items.slice(0, mostSaved).map(({ id, name, q, count }): Suggestion => ({
    id,
    label: name,
    count,
    choice: { do: 'search', q, remembered: true },
  }));
  const asked = history.items.map(({ q }): Suggestion => ({
    id: `asked ${q}`,
    label: q,
    choice: { do: 'search', q, remembered: false },
  }));
  const clear: Suggestion = {
    id: 'clear',
    label: m('search.clearHistory'),
    choice: { do: 'forget' },
  };
  return [
    { label: m('search.saved'), items: savedItems },
    { label: m('search.askedLast'), items: asked.length === 0 ? [] : [...asked, clear] },
  ].filter(({ items }) => items.length > 0);
}

/** What the search box offers while `enabled`: nothing, completions, or earlier searches. */
export function useSuggestions(
  q: string,
  caret: number,
  enabled: boolean,
): readonly SuggestionGroup[] {
  const isEmpty = q.trim() === '';
  const completions = useCompletions(q, caret, enabled && !isEmpty);
  const earlier = useEarlier(enabled && isEmpty);
  return isEmpty ? earlier : completions;
}
