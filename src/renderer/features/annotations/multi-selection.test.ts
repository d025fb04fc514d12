import { expect, test } from 'vitest';
import { all, extended, nothing, only, stillThere, toggled } from './multi-selection.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const chosen = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].toSorted();

test('a click chooses one, with Ctrl one more or less, with Shift all from the last', () => {
  const one = only(ids, 1);
  expect(chosen(one)).toEqual(['b']);
  const two = toggled(ids, one, 3);
  expect(chosen(two)).toEqual(['b', 'd']);
  expect(chosen(toggled(ids, two, 1))).toEqual(['d']);
  expect(chosen(extended(ids, two, 0))).toEqual(['a', 'b', 'c', 'd']);
  // The range turns around the same row.
  expect(chosen(extended(ids, extended(ids, two, 0), 4))).toEqual(['d', 'e']);
  expect(chosen(all(ids))).toEqual(ids);
  expect(chosen(toggled(ids, nothing, 9))).toEqual([]);
});

test('what is gone from the list is no longer chosen', () => {
  const three = extended(ids, only(ids, 0), 2);
  expect(chosen(stillThere(['a', 'c', 'x'], three))).toEqual(['a', 'c']);
  expect(stillThere(ids, three)).toBe(three);
});
