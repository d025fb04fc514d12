import { expect, it } from 'vitest';
import { chips } from '../../../shared/query/chips.ts';
import { withoutParts } from '../../../shared/query/edit.ts';
import { parseQuery } from '../../../shared/query/parse.ts';
import { shownChips } from './shown-chips.ts';

const shown = (q: string) => shownChips(chips(parseQuery(q)));
const words = (q: string) => shown(q).map(({ chip, year }) => year ?? chip.text);

it('shows a whole year as one chip, and alternatives without their parentheses', () => {
  expect(words('ferry after:2025 before:2026')).toEqual(['ferry', '2025']);
  expect(words('(after:2025 before:2026) OR (after:2024 before:2025) gate')).toEqual([
    '2025',
    'OR',
    '2024',
    'gate',
  ]);
  expect(words('after:2025 before:2027')).toEqual(['2025', '2027']);
  expect(words('(a after:2025 before:2026) OR b')).toEqual(['(', 'a', '2025', ')', 'OR', 'b']);
});

it('takes both dates of a year out of the query', () => {
  const q = '(after:2025 before:2026) OR (after:2024 before:2025) gate';
  const [first] = shown(q);
  expect(withoutParts(q, first?.parts ?? [])).toBe('(after:2024 before:2025) gate');
});
