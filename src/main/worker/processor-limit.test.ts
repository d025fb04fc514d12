import { Worker } from 'node:worker_threads';
import { afterEach, expect, it } from 'vitest';
import { limitProcessorTime } from './processor-limit.ts';

let worker: Worker;
afterEach(() => worker.terminate());

const start = (source: string) => {
  worker = new Worker(source, { eval: true });
  return new Promise((resolve) => worker.once('online', resolve));
};

/** Milliseconds of processor time this whole process has used. */
const used = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

it('is over for a thread that never comes to an end, and not before its time is used', async () => {
  await start('for (;;);');
  const before = used();
  await new Promise<void>((resolve) => limitProcessorTime(worker, 200, resolve));
  expect(used() - before).toBeGreaterThan(180);
});

it('is over for a thread that only waits', async () => {
  await start('setInterval(() => {}, 1000)');
  await new Promise<void>((resolve) => limitProcessorTime(worker, 200, resolve));
});

it('is never over once the watch has ended', async () => {
  await start('for (;;);');
  let isOver = false;
  const unwatch = limitProcessorTime(worker, 20, () => {
    isOver = true;
  });
  unwatch();
  await new Promise<void>((resolve) => limitProcessorTime(worker, 100, resolve));
  expect(isOver).toBe(false);
});
