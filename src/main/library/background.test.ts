import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LibraryEvent } from '../../shared/contract/events.ts';
import { createBackground, type Background } from './background.ts';

let events: LibraryEvent[];
let background: Background;
beforeEach(() => {
  vi.useFakeTimers();
  events = [];
  background = createBackground((event) => events.push(event));
});
afterEach(() => vi.useRealTimers());

/** A work of `steps` steps that take `ms` each. */
function work(steps: number, ms: number) {
  let left = steps;
  return {
    work: 'names' as const,
    topics: ['actors' as const],
    left: () => left,
    step: () => {
      left -= 1;
      vi.setSystemTime(Date.now() + ms);
    },
  };
}

const changed = { type: 'changed', topics: ['actors'] };
const progress = (done: number, total: number) => ({
  type: 'work.progress',
  work: 'names',
  done,
  total,
});

test('tells what changed and how far it is every two seconds, and at the end', () => {
  background.start(work(6, 900));
  vi.runAllTimers();
  expect(events).toEqual([changed, progress(4, 6), changed, progress(6, 6)]);
});

test('says nothing of a change where a work changes nothing that is shown', () => {
  background.start({ ...work(1, 0), topics: [] });
  vi.runAllTimers();
  expect(events).toEqual([progress(1, 1)]);
});

test('a work with nothing to do is not begun, one that runs is not begun twice', () => {
  const step = vi.fn<() => void>();
  background.start({ ...work(0, 0), step });
  vi.runAllTimers();
  expect(step).not.toHaveBeenCalled();
  background.start(work(2, 0));
  background.start({ ...work(2, 0), step });
  vi.runAllTimers();
  expect(step).not.toHaveBeenCalled();
  background.start(work(1, 0));
  vi.runAllTimers();
  expect(events.filter(({ type }) => type === 'work.progress')).toEqual([
    progress(2, 2),
    progress(1, 1),
  ]);
});

test('a work that fails says why, ends, and can be started again', () => {
  const failing = () => {
    throw new Error('no luck');
  };
  background.start({ ...work(3, 0), step: failing });
  vi.runAllTimers();
  expect(events).toMatchObject([{ type: 'notice', code: 'internal' }]);
  background.start(work(1, 0));
  vi.runAllTimers();
  expect(events.at(-1)).toEqual(progress(1, 1));
});

test('work after a rest waits until nothing has asked for it for so long, then goes on to its end', () => {
  let left = 3;
  const step = vi.fn<() => boolean>(() => (left -= 1) > 0);
  background.afterRest(100, step);
  vi.advanceTimersByTime(60);
  background.afterRest(100, step);
  vi.advanceTimersByTime(99);
  expect(step).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(step).toHaveBeenCalledTimes(3);
});

test('stopped, nothing goes on', () => {
  const step = vi.fn<() => boolean>(() => true);
  background.afterRest(100, step);
  const entry = work(5, 0);
  background.start(entry);
  vi.advanceTimersToNextTimer();
  background.stop();
  vi.runAllTimers();
  expect(step).not.toHaveBeenCalled();
  expect(entry.left()).toBeGreaterThan(0);
  expect(events).toEqual([]);
});

test('somebody has asked for as long as a person types on', () => {
  expect(background.isAsked()).toBe(false);
  background.asked();
  vi.advanceTimersByTime(999);
  expect(background.isAsked()).toBe(true);
  vi.advanceTimersByTime(1);
  expect(background.isAsked()).toBe(false);
});
