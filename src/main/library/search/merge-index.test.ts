import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { testNotebook, type TestNotebook } from './test-notebook.ts';

let notebook: TestNotebook;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  notebook = testNotebook();
});
afterEach(() => {
  notebook.dispose();
  vi.useRealTimers();
});

const rows = (sql: string) => notebook.context.db.prepare(sql).all();
const words = () => rows('SELECT * FROM article_vocabulary ORDER BY term, col');
const segments = () => rows('SELECT DISTINCT segid FROM article_fts_idx').length;
const add = (count: number) => {
  for (let n = 0; n < count; n++)
    notebook.addArticles([{ title: `No ${n}`, text: 'harbour news' }]);
};

it('merges the segments of an index that has rested, and leaves its words as they are', () => {
  add(6);
  const before = words();
  vi.advanceTimersByTime(4900);
  expect(segments()).toBe(6);
  vi.advanceTimersByTime(200);
  expect(segments()).toBe(1);
  expect(words()).toEqual(before);
  expect(vi.getTimerCount()).toBe(0);
});

it('waits as long as articles keep coming, and merges what an earlier opening left', () => {
  add(3);
  vi.advanceTimersByTime(4900);
  add(3);
  vi.advanceTimersByTime(4900);
  expect(segments()).toBe(6);
  notebook.reopen();
  vi.advanceTimersByTime(5100);
  expect(segments()).toBe(1);
});

it('says so where merging fails, and does not go on', () => {
  add(6);
  const told: unknown[] = [];
  notebook.onEvent((event) => told.push(event));
  notebook.context.db.exec('DROP TABLE article_fts');
  vi.advanceTimersByTime(6000);
  expect(told).toMatchObject([{ type: 'notice' }]);
  expect(vi.getTimerCount()).toBe(0);
});
