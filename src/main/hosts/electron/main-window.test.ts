import { expect, test } from 'vitest';
import { rememberPlace } from './main-window.ts';

const place = { bounds: { x: 1, y: 2, width: 900, height: 700 }, maximized: false };

test('the place of the window is kept', () => {
  const kept: unknown[] = [];
  rememberPlace({ set: (values) => void kept.push(values) }, place);
  expect(kept).toEqual([{ window: place }]);
});

test('a disk that does not take it does not stop the window from closing in order', () => {
  const set = () => {
    throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  };
  expect(() => rememberPlace({ set }, place)).not.toThrow();
});
