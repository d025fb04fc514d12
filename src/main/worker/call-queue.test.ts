import { expect, test } from 'vitest';
import { callQueue } from './call-queue.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

function recorded() {
  const begun: number[] = [];
  const queue = callQueue(({ id }) => begun.push(id));
  const add = (id: number) => queue.add({ id, method: 'search.query', input: {} });
  return { begun, queue, add };
}

test('begins calls in order, one a turn, and never one that was cancelled before', async () => {
  const { begun, queue, add } = recorded();
  for (const id of [1, 2, 3, 4]) add(id);
  expect(begun).toEqual([]);
  await turn();
  expect(begun).toEqual([1]);
  expect([queue.cancel(2), queue.cancel(3), queue.cancel(1), queue.cancel(9)]).toEqual([
    true,
    true,
    false,
    false,
  ]);
  await turn();
  await turn();
  expect(begun).toEqual([1, 4]);
  add(5);
  await turn();
  await turn();
  expect(begun).toEqual([1, 4, 5]);
});

test('begins all that waits before the thread ends', () => {
  const { begun, queue, add } = recorded();
  for (const id of [1, 2, 3]) add(id);
  queue.flush();
  expect(begun).toEqual([1, 2, 3]);
});
