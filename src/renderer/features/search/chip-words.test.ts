import { expect, it } from 'vitest';
import { chips } from '../../../shared/query/chips.ts';
import { parseQuery } from '../../../shared/query/parse.ts';
import { english } from '../../messages/messages.ts';
import { searchName } from './chip-words.ts';

const nameOf = (q: string, longest?: number) => searchName(english, chips(parseQuery(q)), longest);

it.each([
  ['gate actor:"Ruth Adler"', 'gate · actor Ruth Adler'],
  ['sluice OR gate', 'sluice or gate'],
  ['(sluice OR gate) -said:Adler', '(sluice or gate) · not said Adler'],
  ['"the weir" after:2025 before:2026', '“the weir” · published 2025'],
  ['flo* warden~', 'begins with flo · near warden'],
  ['', ''],
])('names %s', (q, name) => expect(nameOf(q)).toBe(name));

it('keeps a name short', () => {
  expect(nameOf('sluice gate warden', 14)).toBe('sluice · gate…');
});
