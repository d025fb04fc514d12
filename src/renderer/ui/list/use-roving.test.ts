import { expect, test } from 'vitest';
import { rowAfter } from './use-roving.ts';

test('stays within the rows, and leaves other keys alone', () => {
  expect(rowAfter('ArrowDown', 1, 3)).toBe(2);
  expect(rowAfter('ArrowDown', 2, 3)).toBe(2);
  expect(rowAfter('ArrowUp', 0, 3)).toBe(0);
  expect(rowAfter('Home', 2, 3)).toBe(0);
  expect(rowAfter('End', 0, 3)).toBe(2);
  expect(rowAfter('Enter', 0, 3)).toBeNull();
});
