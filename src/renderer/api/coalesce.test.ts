import { expect, it } from 'vitest';
import { coalesce } from './coalesce.ts';

it('works at once on the first value and together on those that came meanwhile', async () => {
  const rounds: (readonly string[])[] = [];
  const ends: (() => void)[] = [];
  const add = coalesce<string>((values) => {
    rounds.push(values);
    return new Promise<void>((resolve) => ends.push(resolve));
  });
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  add(['a']);
  add(['b', 'c']);
  add(['c']);
  expect(rounds).toEqual([['a']]);
  ends.shift()?.();
  await turn();
  expect(rounds).toEqual([['a'], ['b', 'c']]);
  ends.shift()?.();
  await turn();
  add(['d']);
  expect(rounds).toEqual([['a'], ['b', 'c'], ['d']]);
});

it('goes on after a round that failed', async () => {
  const rounds: (readonly number[])[] = [];
  const add = coalesce<number>((values) => {
    rounds.push(values);
    return Promise.reject(new Error('no'));
  });
  add([1]);
  await new Promise((resolve) => setTimeout(resolve));
  add([2]);
  expect(rounds).toEqual([[1], [2]]);
});
