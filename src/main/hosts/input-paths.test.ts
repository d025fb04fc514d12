import { expect, test } from 'vitest';
import { pathsIn } from './input-paths.ts';

test('finds the path of an export and of every source', () => {
  expect(pathsIn({ format: 'md', path: '/a/out.md' })).toEqual(['/a/out.md']);
  expect(
    pathsIn({ sources: [{ path: '/a/x.txt' }, { name: 'b', text: 'c' }, { path: '/a/y.txt' }] }),
  ).toEqual(['/a/x.txt', '/a/y.txt']);
});

test('finds the path of the one source of a bundle', () => {
  expect(pathsIn({ source: { path: '/a/b.attache' } })).toEqual(['/a/b.attache']);
});

test('an input without paths has none, whatever its shape', () => {
  for (const input of [null, undefined, 'path', 7, [], {}, { sources: 'x' }, { path: 3 }]) {
    expect(pathsIn(input)).toEqual([]);
  }
});
