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

test('a character is its key however a keyboard types it', () => {
  const altGr = { ctrlKey: true, altKey: true };
  expect(matches('[', press('['))).toBe(true);
  expect(matches('[', press('[', altGr))).toBe(true);
  expect(matches('[', press('[', { ctrlKey: true }))).toBe(false);
  expect(matches('[', press('[', { altKey: true }))).toBe(false);
  expect(matches('S', press('s', altGr))).toBe(false);
  expect(matches('>', press('>', { shiftKey: true }))).toBe(true);
});

test('Shift is part of a key with Ctrl or a name, and of nothing else', () => {
  const held = { ctrlKey: true, shiftKey: true };
  expect(matches('Ctrl+Z', press('z', { ctrlKey: true }))).toBe(true);
  expect(matches('Ctrl+Z', press('Z', held))).toBe(false);
  expect(matches('Ctrl+Shift+Z', press('Z', held))).toBe(true);
  expect(matches('Ctrl+Shift+Z', press('z', { ctrlKey: true }))).toBe(false);
  expect(matches('Shift+ArrowLeft', press('ArrowLeft'))).toBe(false);
  expect(matches('?', press('?', { shiftKey: true }))).toBe(true);
  expect(matches('Shift+S', press('S', { shiftKey: true }))).toBe(true);
});
