import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation } from '../../shared/model/annotation.ts';
import { isWholeArticle, patched, type AnnotationList } from './patched-list.ts';

const passage = (id: string, start: number, end = start + 1, articleId = 'a') =>
  ({ id, articleId, start, end, created: id, colour: 'amber' }) as Annotation;
const listOf = (items: Annotation[]): AnnotationList => ({ items, total: items.length });
const inOrder = (items: readonly Annotation[]) =>
  items.toSorted((a, b) => a.start - b.start || a.end - b.end || (a.created < b.created ? -1 : 1));

test('whatever is made, moved and deleted, the list is the one that would be asked for', () => {
  const one = fc.record({
    id: fc.integer({ min: 10, max: 19 }).map(String),
    start: fc.nat(9),
    length: fc.integer({ min: 1, max: 3 }),
    gone: fc.boolean(),
    elsewhere: fc.boolean(),
  });
  const changes = fc.uniqueArray(one, { maxLength: 6, selector: ({ id }) => id });
  fc.assert(
    fc.property(fc.array(changes, { maxLength: 12 }), (rounds) => {
      const truth = new Map<string, Annotation>();
      let list: AnnotationList | null = listOf([]);
      for (const round of rounds) {
        const now: Annotation[] = [];
        for (const { id, start, length, gone, elsewhere } of round) {
          truth.delete(id);
          if (gone) continue;
          const made = passage(id, start, start + length, elsewhere ? 'b' : 'a');
          now.push(made);
          if (!elsewhere) truth.set(id, made);
        }
        list = patched(
          list ?? listOf([]),
          'a',
          round.map(({ id }) => id),
          now,
        );
        expect(list?.items).toEqual(inOrder([...truth.values()]));
        expect(list?.total).toBe(truth.size);
      }
    }),
  );
});

test('a part of the passages is not mended', () => {
  const part = { items: [passage('1', 3)], total: 2 };
  expect(patched(part, 'a', ['1'], [])).toBeNull();
  expect(isWholeArticle({ articleId: 'a', limit: 10 })).toBe(true);
  expect(isWholeArticle({ articleId: 'a', colour: 'amber' })).toBe(false);
  expect(isWholeArticle({ limit: 10 })).toBe(false);
});

test('what concerns another article leaves the list as it is', () => {
  const list = listOf([passage('1', 3)]);
  expect(patched(list, 'a', ['2'], [passage('2', 1, 2, 'b')])).toBe(list);
  expect(patched(list, 'a', ['2'], [])).toBe(list);
});
