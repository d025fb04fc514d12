import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseByClick, chooseByKey, type Choice } from './choose-rows.ts';
import { movedRow } from './moved-row.ts';
import { all, nothing, only, stillThere, type MultiSelection } from './multi-selection.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];
const chosen = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].toSorted();
const none = { shiftKey: false, ctrlKey: false, metaKey: false };

/** A list that does what its keys and clicks say, and the row that has the focus. */
function list(rows: readonly string[]) {
  let selection: MultiSelection = nothing;
  let focus = 0;
  const choice = (): Choice => ({
    rows,
    active: focus,
    selection,
    select: (next) => (selection = next),
    selectAll: () => (selection = all(rows)),
  });
  return {
    click: (index: number, modifiers: Partial<typeof none> = {}) => {
      if (!chooseByClick(choice(), { ...none, ...modifiers }, index)) selection = nothing;
      focus = index;
    },
    /** Answers whether the key was kept from the list. */
    press: (key: string, modifiers: Partial<typeof none> = {}) => {
      let kept = false;
      const target = movedRow(key, focus, 3, rows.length);
      const preventDefault = () => (kept = true);
      chooseByKey(choice(), { ...none, ...modifiers, key, preventDefault }, focus, target);
      if (!kept && target !== null && modifiers.ctrlKey !== true) focus = target;
      return kept;
    },
    chosen: () => chosen(selection),
    focus: () => focus,
  };
}

test('a click with Ctrl chooses one more or less, with Shift all from the last', () => {
  const { click, chosen } = list(ids);
  click(1, { ctrlKey: true });
  click(3, { metaKey: true });
  expect(chosen()).toEqual(['b', 'd']);
  click(1, { ctrlKey: true });
  expect(chosen()).toEqual(['d']);
  click(3, { ctrlKey: true });
  expect(chosen()).toEqual([]);
  click(3);
  click(0, { shiftKey: true });
  expect(chosen()).toEqual(['a', 'b', 'c', 'd']);
  // The range turns around the same row.
  click(4, { shiftKey: true });
  expect(chosen()).toEqual(['d', 'e']);
  click(9, { ctrlKey: true });
  expect(chosen()).toEqual(['d', 'e']);
  click(2);
  expect(chosen()).toEqual([]);
});

test('keys choose while they move, and those that choose nothing are left to the list', () => {
  const { press, chosen } = list(ids);
  expect(press('ArrowDown')).toBe(false);
  expect(press('ArrowDown', { shiftKey: true })).toBe(false);
  expect(chosen()).toEqual(['b', 'c']);
  press('End', { shiftKey: true });
  expect(chosen()).toEqual(['b', 'c', 'd', 'e']);
  press('ArrowUp', { shiftKey: true });
  expect(chosen()).toEqual(['b', 'c', 'd']);
  press('Home');
  expect(press(' ', { ctrlKey: true })).toBe(true);
  expect(chosen()).toEqual(['a', 'b', 'c', 'd']);
  expect(press('Escape')).toBe(true);
  expect(chosen()).toEqual([]);
  // With nothing to let go of, Escape is for others.
  expect(press('Escape')).toBe(false);
  expect(press('a')).toBe(false);
  expect(press('A', { metaKey: true })).toBe(true);
  expect(chosen()).toEqual(ids);
});

test('does what a plain model says, whatever is pressed and clicked', () => {
  const row = fc.nat({ max: 7 });
  const step = fc.oneof(
    fc.record({ do: fc.constantFrom('click', 'ctrl click', 'shift click'), row }),
    fc.record({
      do: fc.constantFrom(
        'ArrowUp',
        'ArrowDown',
        'Shift ArrowUp',
        'Shift ArrowDown',
        ' ',
        'Escape',
      ),
      row: fc.constant(0),
    }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const rows = Array.from({ length: 8 }, (_, index) => `row ${index}`);
      const real = list(rows);
      // The plain model: a tick for each row, where the focus is, where a range begins.
      let ticks = rows.map(() => false);
      let focus = 0;
      let anchor: number | null = null;
      const range = (from: number, to: number) => {
        anchor = from;
        ticks = rows.map((_, at) => at >= Math.min(from, to) && at <= Math.max(from, to));
      };
      const start = () => (ticks.includes(true) ? (anchor ?? focus) : focus);
      const tick = (at: number) => {
        ticks[at] = ticks[at] !== true;
        anchor = at;
      };
      const clear = () => {
        ticks = rows.map(() => false);
        anchor = null;
      };
      for (const { do: what, row } of steps) {
        const [first = '', second = ''] = what.split(' ', 2);
        const modifiers = { ctrlKey: first === 'ctrl', shiftKey: /shift/iu.test(first) };
        if (what.endsWith('click')) {
          real.click(row, modifiers);
          if (what === 'click') clear();
          else if (modifiers.ctrlKey) tick(row);
          else range(start(), row);
          focus = row;
        } else if (what === ' ' || what === 'Escape') {
          real.press(what);
          if (what === ' ') tick(focus);
          else clear();
        } else {
          real.press(second === '' ? first : second, modifiers);
          const down = what.endsWith('Down');
          const to = Math.min(7, Math.max(0, focus + (down ? 1 : -1)));
          if (modifiers.shiftKey) range(ticks[focus] === true ? start() : focus, to);
          focus = to;
        }
        expect(real.chosen()).toEqual(rows.filter((_, at) => ticks[at]));
        expect(real.focus()).toBe(focus);
      }
    }),
  );
});

test('what is gone from the list is no longer chosen, and a range whose beginning went begins anew', () => {
  const three: MultiSelection = { ids: new Set(['a', 'b', 'c']), anchor: 'b' };
  const left = stillThere(['a', 'c', 'x'], three);
  expect(chosen(left)).toEqual(['a', 'c']);
  expect(stillThere(ids, three)).toBe(three);
  expect(stillThere([], nothing)).toBe(nothing);
  const rows = ['a', 'c', 'x', 'y'];
  let selection = left;
  const choice = {
    rows,
    active: 2,
    selection,
    select: (next: MultiSelection) => (selection = next),
  };
  chooseByClick({ ...choice, selectAll: () => undefined }, { ...none, shiftKey: true }, 3);
  expect(selection).toEqual({ ids: new Set(['x', 'y']), anchor: 'x' });
  expect(only('a')).toEqual({ ids: new Set(['a']), anchor: 'a' });
});
