import { statSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { testNotebook, type TestNotebook } from './search/test-notebook.ts';
import { longLog } from './storage/database.ts';
import { foldLogAtRest } from './fold-log.ts';

let notebook: TestNotebook;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  notebook = testNotebook();
  foldLogAtRest(notebook.context);
});
afterEach(() => {
  notebook.dispose();
  vi.useRealTimers();
});

/** Frames of the log that are not folded in yet. */
const left = () => {
  const state = notebook.context.db
    .prepare<{ log: number; checkpointed: number }>('PRAGMA wal_checkpoint(NOOP)')
    .get();
  return (state?.log ?? 0) - (state?.checkpointed ?? 0);
};
const write = (megabytes: number) =>
  notebook.addArticles([{ title: 'Long', text: 'harbour '.repeat(megabytes * 131_072) }]);

it('folds a long log in when nothing has been committed for a second', () => {
  write(6);
  expect(left()).toBeGreaterThan(1000);
  vi.advanceTimersByTime(900);
  write(1);
  vi.advanceTimersByTime(900);
  expect(left()).toBeGreaterThan(1000);
  vi.advanceTimersByTime(200);
  expect(left()).toBe(0);
  write(1);
  expect(statSync(`${notebook.context.db.path}-wal`).size).toBeLessThanOrEqual(longLog);
});

it('leaves a short log for later', () => {
  write(1);
  const before = left();
  expect(before).toBeGreaterThan(0);
  vi.advanceTimersByTime(5000);
  expect(left()).toBe(before);
});
