import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { commands, helpText } from '../../../hosts/cli/commands.ts';
import { databases } from './databases/names.ts';
import { formats } from './registry.ts';

const page = readFileSync(resolve(import.meta.dirname, '../../../../../docs/formats.md'), 'utf8');

it('names every format once, and its endings', () => {
  const ids = formats.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { extensions } of formats) {
    expect(extensions.length).toBeGreaterThan(0);
    for (const extension of extensions) expect(extension).toMatch(/^[a-z\d]+$/);
  }
});

it('is what docs/formats.md lists, in its order', () => {
  const rows = page
    .split('\n## ')[0]
    ?.split('\n')
    .filter((line) => /^\| .*`\.\w+`/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  expect(rows?.map((cells) => [cells[1], cells[2]])).toEqual(
    formats.map(({ label, extensions }) => [
      label,
      extensions.map((end) => `\`.${end}\``).join(' '),
    ]),
  );
  for (const { label } of databases) expect(page).toContain(label);
});

it('is what the help of the command line lists', () => {
  expect(commands.has('import')).toBe(true);
  for (const { label, extensions } of formats) {
    expect(helpText('import')).toContain(label);
    for (const extension of extensions) expect(helpText('import')).toContain(`.${extension}`);
  }
});
