import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readSources } from './layers.ts';
import { leftOutBy, notAccepted, notice, notImported, readPackages, shipped } from './packages.ts';

const root = dirname(import.meta.dirname);
const { manifest, lock, leftOut } = readPackages(root);

test('what is shipped is imported by what is shipped, under a licence that was looked at', () => {
  expect(notImported(manifest, readSources(root))).toEqual([]);
  expect(notAccepted(lock)).toEqual([]);
});

test('THIRD-PARTY.md names what is shipped', () => {
  expect(readFileSync(join(root, 'THIRD-PARTY.md'), 'utf8')).toBe(notice(lock, leftOut));
});

test('a package that only tests import is named, and so is a licence that nobody has seen', () => {
  const dependencies = { used: '1.0.0', '@scope/part': '1.0.0', tested: '1.0.0' };
  const sources = new Map([
    ['src/a.ts', "import x from 'used/deep';\nimport '@scope/part/style.css';"],
    ['src/a.test.ts', "import y from 'tested';"],
  ]);
  expect(notImported({ dependencies, devDependencies: {} }, sources)).toEqual(['tested']);
  const planted = {
    '': { license: 'none' },
    'node_modules/free': { license: 'MIT' },
    'node_modules/free/node_modules/@deep/odd': { license: 'SSPL-1.0' },
    'node_modules/bare': {},
    'node_modules/bare/node_modules/twice': { license: 'SSPL-1.0' },
    'node_modules/twice': { license: 'MIT' },
    'node_modules/tool': { license: 'SSPL-1.0', dev: true },
  };
  expect(shipped(planted).map(({ name }) => name)).toEqual([
    '@deep/odd',
    'bare',
    'free',
    'twice',
    'twice',
  ]);
  const out = leftOutBy("files:\n  - out/**\n  - '!node_modules/free/**'\n");
  expect(shipped(planted, out).map(({ name }) => name)).toEqual(['bare', 'twice', 'twice']);
  expect(notAccepted(planted)).toEqual(['@deep/odd: SSPL-1.0', 'bare: none', 'twice: SSPL-1.0']);
});
