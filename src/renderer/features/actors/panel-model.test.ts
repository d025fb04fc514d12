import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../shared/model/actor.ts';
import { countedActors, openQuestions } from './panel-model.ts';

const actor = (id: string, name: string): Actor => ({
  id,
  kind: 'person',
  name,
  names: [],
  description: '',
  mentions: 0,
  articles: 0,
  open: 0,
});

describe('the actors of an article', () => {
  test('count what is sure or likely, most named first', () => {
    const counted = countedActors(
      [actor('a', 'Ada'), actor('b', 'Ben'), actor('c', 'Cleo')],
      [
        { actorId: 'a', status: 'confirmed' },
        { actorId: 'b', status: 'proposed' },
        { actorId: 'b', status: 'inferred' },
        { actorId: 'c', status: 'rejected' },
        { actorId: 'a', status: 'open' },
      ],
    );
    expect(counted.map(({ actor, count }) => [actor.name, count])).toEqual([
      ['Ben', 2],
      ['Ada', 1],
    ]);
  });

  test('an open name is one question, however many places and candidates it has', () => {
    const row = (actorId: string, start: number) =>
      ({ actorId, start, end: start + 4, text: 'Dahl', status: 'open' }) as const;
    expect(openQuestions([row('a', 3), row('b', 3), row('a', 20), row('b', 20)])).toEqual([
      {
        text: 'Dahl',
        places: [
          { start: 3, end: 7 },
          { start: 20, end: 24 },
        ],
        candidates: ['a', 'b'],
      },
    ]);
  });
});
