import { expect, test } from 'vitest';
import type { Actor } from '../../../shared/model/actor.ts';
import { governmentNamed, likelyActors, proposedKind } from './likely.ts';

const actor = (name: string, mentions: number, ...names: string[]): Actor => ({
  id: name,
  kind: 'person',
  name,
  names: [name, ...names].map((name) => ({ name, scope: 'everywhere' })),
  description: '',
  mentions,
  articles: 1,
  open: 0,
});

test('actors that share a word come first, then the more mentioned', () => {
  const actors = [actor('Olaf Dahl', 3), actor('Runa Dahl', 9), actor('Élise Brandt', 1)];
  expect(likelyActors(actors, 'Mr Dahl').map(({ name }) => name)).toEqual([
    'Runa Dahl',
    'Olaf Dahl',
  ]);
  expect(likelyActors(actors, 'Elise brandt').map(({ name }) => name)).toEqual(['Élise Brandt']);
  expect(likelyActors(actors, 'Somebody else')).toEqual([]);
});

test('the form of a name suggests its kind', () => {
  expect(proposedKind('Ministry of Fisheries')).toBe('organisation');
  expect(proposedKind('Runa Dahl')).toBe('person');
});

test('a capital may stand for the state it is the capital of, where that is an actor', () => {
  const states: Actor[] = [
    { ...actor('Norway', 1), kind: 'state' },
    { ...actor('Chile', 1), kind: 'state' },
  ];
  expect(governmentNamed(states, 'Santiago').map(({ name }) => name)).toEqual(['Chile']);
  expect(governmentNamed(states, 'Paris')).toEqual([]);
  expect(governmentNamed(states, 'Bergen')).toEqual([]);
});
