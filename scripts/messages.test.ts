import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { en } from '../src/renderer/messages/en/index.ts';

const root = dirname(import.meta.dirname);

/** Keys that no source names, neither whole nor as the fixed beginning of a template. */
function unused(keys: readonly string[], sources: string): string[] {
  const named = new Set(sources.match(/(?<=['"`])\w+\.[\w.-]+(?=['"`])/g) ?? []);
  const beginnings = sources.match(/(?<=`)\w+\.[\w.-]*(?=\$\{)/g) ?? [];
  return keys.filter(
    (key) => !named.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)),
  );
}

test('every message is said somewhere', () => {
  const keys = Object.entries(en).flatMap(([feature, messages]) =>
    Object.keys(messages).map((name) => `${feature}.${name}`),
  );
  const sources = globSync('src/{renderer,shared}/**/*.{ts,tsx}', { cwd: root })
    .filter((path) => !/messages[\\/]en/.test(path))
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n');
  expect(keys.length).toBeGreaterThan(500);
  expect(unused(keys, sources)).toEqual([]);
});

test('sees a message nobody says', () => {
  const sources = "m('ui.undo'); m(`kind.${kind}`);";
  expect(unused(['ui.undo', 'ui.redo', 'kind.person'], sources)).toEqual(['ui.redo']);
});
