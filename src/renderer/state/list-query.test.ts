import { expect, test } from 'vitest';
import { listQuery } from './list-query.ts';

test.each([
  ['tank', '(tank OR tank*)'],
  ['outlet:"Harbour Post" tank', 'outlet:"Harbour Post" (tank OR tank*)'],
  ['港湾日報', '(港湾日報 OR 港湾日報*)'],
  ['(ferry OR tank', '(ferry OR (tank OR tank*)'],
])('%s: the word being typed also finds what begins with it', (typed, query) => {
  expect(listQuery(typed)).toBe(query);
});

test.each([
  'ta',
  'tank ',
  'outlet:harbour',
  'outlet:"Harbour Post',
  'outlet:(Harbour Post',
  '-tank',
  '-(pier tank',
  '"tank',
  '"the tank',
  'tank*',
  'this OR',
])('%s stays as it is', (typed) => {
  expect(listQuery(typed)).toBe(typed);
});

test('nothing typed narrows nothing', () => {
  expect(listQuery('  ')).toBe('');
});
