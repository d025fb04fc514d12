import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { saveBeforeClose } from './closing.ts';

class FakeWindow extends EventEmitter {
  readonly webContents = new EventEmitter();
  destroyed = false;
  isDestroyed = () => this.destroyed;
  destroy = () => void (this.destroyed = true);
  /** Answers whether the close was held back. */
  close(): boolean {
    let held = false;
    this.emit('close', { preventDefault: () => (held = true) });
    return held;
  }
}

let window: FakeWindow;
const askToSave = vi.fn();
const start = () =>
  saveBeforeClose(window as unknown as Parameters<typeof saveBeforeClose>[0], askToSave);

beforeEach(() => {
  vi.useFakeTimers();
  askToSave.mockReset();
  window = new FakeWindow();
});
afterEach(() => vi.useRealTimers());

test('closes when the page has saved, asking once', () => {
  const { saved } = start();
  expect(window.close()).toBe(true);
  expect(window.close()).toBe(true);
  expect(askToSave).toHaveBeenCalledTimes(1);
  expect(window.destroyed).toBe(false);
  saved();
  expect(window.destroyed).toBe(true);
});

test('closes without a page that does not answer, or that dies', () => {
  start();
  window.close();
  vi.advanceTimersByTime(4_999);
  expect(window.destroyed).toBe(false);
  vi.advanceTimersByTime(1);
  expect(window.destroyed).toBe(true);

  window = new FakeWindow();
  start();
  window.close();
  window.webContents.emit('render-process-gone');
  expect(window.destroyed).toBe(true);
});

test('a page that says it has saved unasked closes nothing', () => {
  const { saved } = start();
  saved();
  window.webContents.emit('render-process-gone');
  expect(window.destroyed).toBe(false);
});
