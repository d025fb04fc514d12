import type { Handlers } from '../../../shared/contract/methods.ts';
import type { Completion } from '../../../shared/model/completion.ts';
import { searchKinds } from '../../../shared/model/search.ts';
import { completingAt, writtenValue } from '../../../shared/query/completing.ts';
import { fields, type Field } from '../../../shared/query/tree.ts';
import type { Choice, FieldChoices } from './field-choices.ts';
import type { SearchEngine } from './engine.ts';

/** Shorter words are typed faster than chosen. */
const shortestWord = 2;

/** Completes the names of fields and, after one, the values that the library has. */
export function completionHandlers(
  engine: SearchEngine,
  choices: FieldChoices,
): Handlers<'search.complete'> {
  return {
    'search.complete'({ q, caret = q.length, limit }) {
      engine.refresh();
      const at = Math.min(caret, q.length);
      const completing = completingAt(q, at);
      if (completing === null) return { from: at, to: at, items: [] };
      const { field, typed, start: from, end: to } = completing;
      const items = field === null ? fieldNames(typed) : values(choices, field, typed, limit);
      const isThere = q.slice(from, to);
      return { from, to, items: items.filter(({ text }) => text !== isThere).slice(0, limit) };
    },
  };
}

function fieldNames(typed: string): Completion[] {
  if (typed.length < shortestWord) return [];
  const beginning = typed.toLowerCase();
  return fields
    .filter((field) => field.startsWith(beginning))
    .map((field) => ({ text: `${field}:`, label: `${field}:`, kind: 'field' }));
}

function values(choices: FieldChoices, field: Field, typed: string, limit: number): Completion[] {
  switch (field) {
    case 'in':
      return searchKinds
        .filter((kind) => kind.startsWith(typed.toLowerCase()))
        .map((kind) => ({ text: kind, label: kind, kind: 'kind' }));
    case 'after':
    case 'before':
      return choices
        .dates(typed, limit)
        .map(({ value, count }) => ({ text: value, label: value, kind: 'date', count }));
    case 'actor':
    case 'said':
      return written(field, 'actor', choices.actors(typed, limit, field));
    case 'title':
    case 'outlet':
    case 'author':
    case 'tag':
      return written(field, field, choices.named(field, typed, limit));
  }
}

const written = (
  field: Field,
  kind: Completion['kind'],
  choices: readonly Choice[],
): Completion[] =>
  choices.map(({ value, count, matched }) => ({
    text: writtenValue(field, value),
    label: value,
    kind,
    ...(count === undefined ? {} : { count }),
    ...(matched === undefined ? {} : { matched }),
  }));
