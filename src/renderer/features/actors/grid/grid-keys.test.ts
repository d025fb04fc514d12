import { expect, test } from 'vitest';
import { gridMove, nextWanting } from './grid-keys.ts';

const size = { rows: 3, columns: 4 };
const press = (key: string, row: number, column: number, ctrl = false) =>
  gridMove({ key, ctrl }, { row, column }, size);

test('arrows stay inside the grid, the header row included', () => {
  expect(press('ArrowUp', 0, 2)).toEqual({ row: -1, column: 2 });
  expect(press('ArrowUp', -1, 2)).toEqual({ row: -1, column: 2 });
  expect(press('ArrowDown', 2, 2)).toEqual({ row: 2, column: 2 });
  expect(press('ArrowLeft', 1, 0)).toEqual({ row: 1, column: 0 });
  expect(press('ArrowRight', 1, 2)).toEqual({ row: 1, column: 3 });
});

test('Home and End go to the ends of the row, with Ctrl of the grid', () => {
  expect(press('Home', 1, 2)).toEqual({ row: 1, column: 0 });
  expect(press('End', 1, 2)).toEqual({ row: 1, column: 3 });
  expect(press('Home', 1, 2, true)).toEqual({ row: 0, column: 0 });
  expect(press('End', 1, 2, true)).toEqual({ row: 2, column: 3 });
  expect(press('x', 1, 2)).toBeNull();
});

test('the next wanting cell comes after this one, then from the top, and this one last', () => {
  const wanting = (...places: string[]) =>
    nextWanting({ row: 1, column: 1 }, size, ({ row, column }) =>
      places.includes(`${row},${column}`),
    );
  expect(wanting('0,1', '1,3', '2,0')).toEqual({ row: 1, column: 3 });
  expect(wanting('0,1')).toEqual({ row: 0, column: 1 });
  expect(wanting('1,1')).toEqual({ row: 1, column: 1 });
  expect(wanting()).toBeNull();
});
