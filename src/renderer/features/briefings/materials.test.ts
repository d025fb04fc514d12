import { expect, test } from 'vitest';
import type { Statement } from '../../../shared/model/actor.ts';
import type { Annotation } from '../../../shared/model/annotation.ts';
import { materialsOf } from './materials.ts';

const passage = (id: string, start: number, end: number) =>
  ({ id, articleId: 'a', start, end, quote: id, tags: ['sea'] }) as unknown as Annotation;
const statement = (id: string, start: number, end: number, speaker: string | null) =>
  ({ id, articleId: 'a', start, end, quote: id, speaker, status: 'exact' }) as unknown as Statement;
const actors = [
  { id: 'orr', name: 'Ada Orr' },
  { id: 'fry', name: 'Ben Fry' },
];

test('a passage has the speaker of the statement it shares most with', () => {
  const made = materialsOf(
    [passage('p', 10, 40), passage('q', 90, 99)],
    [statement('s', 0, 15, 'fry'), statement('t', 15, 50, 'orr')],
    actors,
  );
  expect(made.map(({ id, speaker }) => [id, speaker])).toEqual([
    ['p', 'Ada Orr'],
    ['q', null],
  ]);
});

test('a statement with a speaker that no passage marks is material too', () => {
  const made = materialsOf(
    [passage('p', 10, 40)],
    [statement('s', 60, 80, 'fry'), statement('t', 80, 90, null)],
    actors,
  );
  expect(made.slice(1)).toMatchObject([
    { id: 's', speaker: 'Ben Fry', isStatement: true, tags: [] },
  ]);
});
