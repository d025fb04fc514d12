import { expect, test } from 'vitest';
import type { Actor } from '../../../shared/model/actor.ts';
import { arranged } from './all-actors.ts';

const actor = (name: string, others: string[], counts: Partial<Actor> = {}): Actor => ({
  id: name,
  kind: 'person',
  name,
  description: '',
  names: [name, ...others].map((one) => ({ name: one, scope: 'everywhere' })),
  mentions: 0,
  articles: 0,
  open: 0,
  ...counts,
});

const actors = [
  actor('Zoë Brandt', ['Brandt'], { mentions: 3, open: 1 }),
  actor('Anders Vik', ['ヴィク'], { mentions: 9, description: 'Envoy to the talks' }),
  actor('Élodie Marin', [], { mentions: 3 }),
];
const names = (words: string, order: Parameters<typeof arranged>[2] = 'mentions') =>
  arranged(actors, words, order).map(({ name }) => name);

test('finds by any name or the description, whatever case, accents and width', () => {
  expect(names('zoe')).toEqual(['Zoë Brandt']);
  expect(names('ELODIE')).toEqual(['Élodie Marin']);
  expect(names('ヴィク')).toEqual(['Anders Vik']);
  expect(names('talks envoy')).toEqual(['Anders Vik']);
  expect(names('envoy brandt')).toEqual([]);
});

test('orders by mentions, by name, and by what is open', () => {
  expect(names('')).toEqual(['Anders Vik', 'Élodie Marin', 'Zoë Brandt']);
  expect(names('', 'name')).toEqual(['Anders Vik', 'Élodie Marin', 'Zoë Brandt']);
  expect(names('', 'open')).toEqual(['Zoë Brandt', 'Anders Vik', 'Élodie Marin']);
});
