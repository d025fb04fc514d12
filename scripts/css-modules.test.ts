import { globSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { expect, test } from 'vitest';
import { misfits } from './css-modules.ts';

const root = dirname(import.meta.dirname);
const read = (pattern: string) =>
  new Map(
    globSync(pattern, { cwd: root }).map((path) => [
      path.split(sep).join('/'),
      readFileSync(join(root, path), 'utf8'),
    ]),
  );

test('every rule of a CSS module is used, and every class that is used has one', () => {
  const sheets = read('src/renderer/**/*.module.css');
  expect(sheets.size).toBeGreaterThan(50);
  expect(misfits(sheets, read('src/renderer/**/*.{ts,tsx}'))).toEqual([]);
});

test('sees what does not fit', () => {
  const sheets = new Map([
    ['ui/a.module.css', '.row, .old:hover > .cell {}\n/* .never */ @media print { .wide {} }'],
    ['ui/b.module.css', '.left {}'],
    ['ui/c.module.css', '.primary {} .plain {}'],
  ]);
  const source = `
    import css from './a.module.css';
    import other from './css.module.css';
    import looks from './c.module.css';
    const a = css.row + css.cell + css.gone + looks[look];
  `;
  expect(misfits(sheets, new Map([['ui/A.tsx', source]]))).toEqual([
    'ui/a.module.css: .old is not used',
    'ui/a.module.css: .wide is not used',
    'ui/a.module.css has no .gone',
    'ui/b.module.css is imported nowhere',
    'ui/b.module.css: .left is not used',
  ]);
});
