import { expect, test } from 'vitest';
import { Pipeline, type Stages } from './pipeline.ts';

/** A pipeline of numbers that writes down what happens; `stages` replace some of it. */
function recording(stages: Partial<Stages<number, string>> = {}) {
  const events: string[] = [];
  const pipeline = new Pipeline<number, string>({
    keep: async (batch) => void events.push(`keep ${batch}`),
    store: async (batch, kept) => {
      await kept;
      events.push(`store ${batch}`);
      return `stored ${batch}`;
    },
    flush: async () => void events.push('flush'),
    tell: (stored) => void events.push(`tell ${stored}`),
    ...stages,
  });
  return { pipeline, events };
}

test('a batch is stored after the originals of the next one are on their way', async () => {
  const { pipeline, events } = recording();
  for (const batch of [1, 2, 3, 4]) await pipeline.push(batch);
  expect(events.slice(0, 4)).toEqual(['keep 1', 'keep 2', 'keep 3', 'store 1']);
  await pipeline.drain();
  const of = (verb: string) => events.filter((event) => event.startsWith(verb));
  expect(of('store')).toEqual(['store 1', 'store 2', 'store 3', 'store 4']);
  expect(of('tell')).toEqual([1, 2, 3, 4].map((batch) => `tell stored ${batch}`));
  expect(events.indexOf('keep 4')).toBeLessThan(events.indexOf('store 2'));
});

test('nothing is told before it is flushed', async () => {
  const disk = Promise.withResolvers<void>();
  const { pipeline, events } = recording({ flush: () => disk.promise });
  await pipeline.push(1);
  const drained = pipeline.drain();
  await expect.poll(() => events).toContain('store 1');
  expect(events).not.toContain('tell stored 1');
  disk.resolve();
  await drained;
  expect(events.at(-1)).toBe('tell stored 1');
});

test('a batch whose originals cannot be kept does not hold up the next one', async () => {
  const { pipeline, events } = recording({
    keep: (batch) => (batch === 1 ? Promise.reject(new Error('full')) : Promise.resolve()),
    store: async (batch, kept) => {
      const how = await kept.then(
        () => 'kept',
        () => 'not kept',
      );
      return `${batch} ${how}`;
    },
  });
  await pipeline.push(1);
  await pipeline.push(2);
  await pipeline.drain();
  expect(events.filter((event) => event.startsWith('tell'))).toEqual([
    'tell 1 not kept',
    'tell 2 kept',
  ]);
});

test('a disk that is slow at times holds up nothing, one that stays so does', async () => {
  const disk = Promise.withResolvers<void>();
  const { pipeline, events } = recording({ flush: () => disk.promise });
  for (const batch of [1, 2, 3, 4]) await pipeline.push(batch);
  expect(events).toContain('store 2');
  const held = pipeline.push(5);
  await expect.poll(() => events).toContain('store 3');
  const waiting = Symbol('waiting');
  expect(await Promise.race([held, Promise.resolve(waiting)])).toBe(waiting);
  disk.resolve();
  await held;
  await pipeline.drain();
  expect(events.at(-1)).toBe('tell stored 5');
});

test('a flush that fails is told of by the end', async () => {
  const { pipeline } = recording({ flush: () => Promise.reject(new Error('disk')) });
  await pipeline.push(1);
  await expect(pipeline.drain()).rejects.toThrow('disk');
});

test('it is at rest once what was pushed is stored and told, also where something failed', async () => {
  const slow = Promise.withResolvers<void>();
  const { pipeline, events } = recording({
    keep: (batch) => (batch === 2 ? slow.promise : Promise.resolve()),
    flush: () => Promise.reject(new Error('disk')),
  });
  await pipeline.push(1);
  await pipeline.push(2);
  let isAtRest = false;
  const rest = pipeline.rest().then(() => (isAtRest = true));
  await expect.poll(() => events).toContain('store 1');
  expect(isAtRest).toBe(false);
  slow.resolve();
  await rest;
  expect(events).toEqual(['store 1', 'store 2']);
});
