import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { knownShortcuts, withKnown } from './known-shortcuts.ts';

const renderer = join(import.meta.dirname, '..');

test('every key of an open article and an open document is known everywhere', () => {
  const shortcut = /keys: '([^']+)',\s+label: '([^']+)',\s+group: '(reading|writing)'/gu;
  const written = globSync('**/*.{ts,tsx}', { cwd: renderer }).flatMap((path) =>
    Array.from(readFileSync(join(renderer, path), 'utf8').matchAll(shortcut)),
  );
  const passageKeys = readFileSync(join(renderer, 'features/reader/PassageKeys.tsx'), 'utf8');
  const ofPassages = passageKeys.matchAll(/key\('([^']+)', '([^']+)'/gu);
  const found = [
    ...written.map(([, keys, label, group]) => `${group} ${keys} ${label}`),
    ...[...ofPassages].map(([, keys, label]) => `reading ${keys} ${label}`),
  ];
  expect(found.length).toBeGreaterThan(20);
  const known = knownShortcuts.map(({ keys, label, group }) => `${group} ${keys} ${label}`);
  expect(known).toEqual(expect.arrayContaining(found));
});

test('one row for a key that the list and the open article both have, in the known order', () => {
  const next = { keys: 'J', label: 'library.openNext', group: 'articles' } as const;
  const note = { keys: 'N', label: 'app.newNote', group: 'everywhere' } as const;
  expect(withKnown([next, note, next])).toEqual([...knownShortcuts, note]);
});
