import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { circles, importsOf, readSources, violations } from './layers.ts';

const sources = readSources(dirname(import.meta.dirname));

test('the check reads the sources and their imports', () => {
  expect(sources.size).toBeGreaterThan(100);
  const entry = sources.get('src/main/web.ts') ?? '';
  expect(importsOf('src/main/web.ts', entry)).toContain('src/main/hosts/cli/main.ts');
});

test('no import goes against the directions', () => {
  expect(violations(sources)).toEqual([]);
});

test('no room imports one that imports it', () => {
  expect(circles(sources)).toEqual([]);
});

test('names rooms that import each other, at once or through others', () => {
  const planted = (imports: Record<string, string>) =>
    circles(
      new Map(
        Object.entries(imports).map(([path, name]) => [path, `import type { X } from '${name}';`]),
      ),
    );
  const house = 'src/main/library';
  expect(
    planted({
      [`${house}/a/x.ts`]: '../b/y.ts',
      [`${house}/b/y.ts`]: '../c/z.ts',
      [`${house}/c/deep/z.ts`]: '../../a/w.ts',
      [`${house}/d/z.ts`]: '../a/w.ts',
    }),
  ).toEqual([
    [`${house}/a`, `${house}/b`, `${house}/c`, `${house}/a`],
    [`${house}/b`, `${house}/c`, `${house}/a`, `${house}/b`],
    [`${house}/c`, `${house}/a`, `${house}/b`, `${house}/c`],
  ]);
  expect(planted({ [`${house}/a/x.ts`]: '../b.ts', [`${house}/b.ts`]: './a/x.ts' })).toHaveLength(
    2,
  );
  expect(
    planted({ [`${house}/a/x.ts`]: '../b/y.ts', [`${house}/b/y.test.ts`]: '../a/x.ts' }),
  ).toEqual([]);
});

test('sees every form of import, and none in a comment', () => {
  const source = `
    import a from './a.ts';
    import type { B } from "./b.ts";
    import {
      c,
    } from './c.ts';
    import './d.css';
    export * from './e.ts';
    const f = await import('./f.ts');
    const g = require('./g.ts');
    // import h from './h.ts';
    /* import i from './i.ts'; */
  `;
  expect(importsOf('src/x/y.ts', source).sort()).toEqual(
    ['a.ts', 'b.ts', 'c.ts', 'd.css', 'e.ts', 'f.ts', 'g.ts'].map((name) => `src/x/${name}`),
  );
});

describe('catches a planted import', () => {
  test.each([
    ['src/shared/text/x.ts', 'node:fs'],
    ['src/shared/text/x.ts', 'react'],
    ['src/shared/text/x.ts', '../../main/library/library.ts'],
    ['src/main/library/storage/x.ts', '../articles/store.ts'],
    ['src/main/library/x.ts', 'electron'],
    ['src/main/library/x.ts', '../worker/connect-library.ts'],
    ['src/main/library/x.ts', '../hosts/places.ts'],
    ['src/main/worker/x.ts', '../hosts/places.ts'],
    ['src/main/worker/x.ts', 'electron/main'],
    ['src/main/settings/x.ts', 'electron-store'],
    ['src/main/settings/x.ts', '../library/library.ts'],
    ['src/main/hosts/web/x.ts', 'electron'],
    ['src/main/hosts/web/x.ts', '../electron/window.ts'],
    ['src/main/hosts/web/x.ts', '../../settings/electron-store.ts'],
    ['src/main/hosts/cli/x.ts', '../../../renderer/app/main.tsx'],
    ['src/main/hosts/x.ts', './electron/window.ts'],
    ['src/main/web.ts', './hosts/electron/window.ts'],
    ['src/main/library-worker.ts', './hosts/places.ts'],
    ['src/preload/x.ts', '../main/hosts/places.ts'],
    ['src/renderer/ui/x.tsx', '../api/client.ts'],
    ['src/renderer/ui/x.tsx', '../features/reader/Reader.tsx'],
    ['src/renderer/ui/x.tsx', '../../shared/model/article.ts'],
    ['src/renderer/features/reader/x.tsx', '../actors/ActorsView.tsx'],
    ['src/renderer/features/reader/x.tsx', '../../app/Shell.tsx'],
    ['src/renderer/api/x.ts', '../features/reader/Reader.tsx'],
    ['src/renderer/app/x.tsx', '../../main/library/library.ts'],
    ['src/renderer/app/x.tsx', 'node:fs'],
    ['src/elsewhere/x.ts', './y.ts'],
  ])('%s imports %s', (path, name) => {
    expect(violations(new Map([[path, `import x from '${name}';`]]))).toHaveLength(1);
  });
});
