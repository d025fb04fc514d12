import { expect, test } from 'vitest';
import { slices } from './slices.ts';

const longer = () => {
  const until = performance.now() + 15;
  while (performance.now() < until);
};

test('a long work lets others have the thread, and ends once nobody waits for it', async () => {
  const abort = new AbortController();
  const pause = slices(abort.signal);
  const heard: string[] = [];
  setImmediate(() => heard.push('other'));
  await pause();
  expect(heard).toEqual([]);
  longer();
  await pause();
  expect(heard).toEqual(['other']);
  abort.abort();
  longer();
  await expect(pause()).rejects.toMatchObject({ code: 'cancelled' });
});
