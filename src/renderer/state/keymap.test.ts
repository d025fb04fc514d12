import { expect, test } from 'vitest';
import { keyNames, matches } from './keymap.ts';

const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  ({
    key,
    ctrlKey: false,
    shiftKey: false,
    altKey: false,
    metaKey: false,
    ...held,
  }) as KeyboardEvent;

test('the plus key is a key as others are, however it is typed', () => {
  expect(matches('+', press('+', { shiftKey: true }))).toBe(true);
  expect(matches('+', press('+'))).toBe(true);
  expect(matches('+', press('-'))).toBe(false);
  expect(matches('Ctrl+K', press('k', { ctrlKey: true }))).toBe(true);
  expect(matches('S', press('S', { shiftKey: true }))).toBe(false);
  expect(keyNames('+')).toBe('+');
  expect(keyNames('Shift+ArrowLeft')).toBe('Shift ArrowLeft');
});
