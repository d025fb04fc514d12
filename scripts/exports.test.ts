import { globSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { expect, test } from 'vitest';
import { exportsOf, unusedExports } from './exports.ts';

const root = dirname(import.meta.dirname);
const read = (...patterns: string[]) =>
  new Map(
    globSync(patterns, { cwd: root }).map((path) => [
      path.split(sep).join('/'),
      readFileSync(join(root, path), 'utf8'),
    ]),
  );

test('what is exported is imported somewhere', () => {
  const sources = read('src/**/*.{ts,tsx}');
  expect(sources.size).toBeGreaterThan(1000);
  const others = read('{e2e,bench,scripts}/**/*.{ts,mjs}', '*.config.ts');
  expect(unusedExports(sources, others)).toEqual([]);
});

test('sees what nobody imports', () => {
  const sources = new Map([
    [
      'src/a.ts',
      `export const used = 1;
export async function* forgotten() {}
export interface Answer {}
export type Lost = string;
export const answer = (): Answer => ({});
const home = 2;`,
    ],
    ['src/b.ts', 'export const lazily = 1;\nexport class Whole {}'],
    ['src/c.ts', "import {\n  used,\n  type Other as Mine,\n  answer as told,\n} from './a.ts';"],
  ]);
  const others = new Map([['e2e/x.ts', "const b = await import('../src/b.ts');"]]);
  expect(exportsOf(sources.get('src/a.ts') ?? '')).toHaveLength(5);
  expect(unusedExports(sources, others)).toEqual([
    'src/a.ts: nobody imports forgotten',
    'src/a.ts: nobody imports Lost',
  ]);
  expect(unusedExports(sources, new Map())).toContain('src/b.ts: nobody imports Whole');
});
