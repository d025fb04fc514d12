import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createGate } from './gate.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('lets everything through at once until something must be alone', async () => {
  const gate = createGate();
  const done: string[] = [];
  const first = Promise.withResolvers<void>();
  const running = gate.pass(() => first.promise.then(() => done.push('first')));
  const alone = gate.pass(() =>
    gate.alone(async () => {
      await Promise.resolve();
      done.push('alone');
    }),
  );
  const later = gate.pass(() => done.push('later'));
  await vi.advanceTimersByTimeAsync(100);
  expect(done).toEqual([]);
  first.resolve();
  await Promise.all([running, alone, later]);
  expect(done).toEqual(['first', 'alone', 'later']);
});

it('says so where something goes on, and lets the rest through again', async () => {
  const gate = createGate();
  const first = Promise.withResolvers<void>();
  const running = gate.pass(() => first.promise);
  const alone = gate.pass(() => gate.alone(() => 'never'));
  const refused = expect(alone).rejects.toMatchObject({ code: 'conflict' });
  const later = gate.pass(() => 'later');
  await vi.advanceTimersByTimeAsync(6000);
  await refused;
  expect(await later).toBe('later');
  first.resolve();
  await running;
});
