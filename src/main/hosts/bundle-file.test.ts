import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleFile } from './bundle-file.ts';

const dir = mkdtempSync(join(tmpdir(), 'attache-bundle-'));
const root = join(dir, 'renderer');

beforeAll(() => {
  mkdirSync(join(root, 'assets'), { recursive: true });
  mkdirSync(join(dir, 'renderer-twin'));
  writeFileSync(join(root, 'index.html'), '<p>index</p>');
  writeFileSync(join(root, 'assets', 'a%2fb.js'), 'percent');
  writeFileSync(join(root, 'assets', 'main.js'), 'main');
  writeFileSync(join(root, 'notes.sqlite'), 'not served');
  writeFileSync(join(dir, 'secret.js'), 'secret');
  writeFileSync(join(dir, 'renderer-twin', 'secret.js'), 'secret');
  symlinkSync(join(dir, 'secret.js'), join(root, 'link.js'));
  symlinkSync(join(dir, 'renderer-twin', 'secret.js'), join(root, 'twin.js'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const textOf = async (pathname: string) => {
  const file = await bundleFile(root, pathname);
  return file === null ? null : new TextDecoder().decode(file.bytes);
};

test('serves files of the bundle with their type', async () => {
  expect(await textOf('/')).toBe('<p>index</p>');
  expect(await textOf('/assets/main.js')).toBe('main');
  expect((await bundleFile(root, '/index.html'))?.type).toBe('text/html; charset=utf-8');
});

test('decodes once: a name with a percent sign is reached by its own encoding only', async () => {
  expect(await textOf('/assets/a%252fb.js')).toBe('percent');
  expect(await textOf('/assets/a%2fb.js')).toBeNull();
});

describe('serves nothing outside the bundle', () => {
  test.each([
    ['parent', '/../secret.js'],
    ['encoded slash', '/..%2fsecret.js'],
    ['encoded dots', '/%2e%2e/secret.js'],
    ['all encoded', '/%2e%2e%2fsecret.js'],
    ['inside a folder', '/assets/..%2f..%2fsecret.js'],
    ['backslash', '/..%5csecret.js'],
    ['doubly encoded', '/..%252fsecret.js'],
    ['absolute', '//' + join(dir, 'secret.js')],
    ['a folder whose name starts alike', '/..%2frenderer-twin%2fsecret.js'],
    ['a link that leads out', '/link.js'],
    ['a link to a folder whose name starts alike', '/twin.js'],
    ['a NUL', '/index.html%00.js'],
    ['a drive or stream', '/c:/secret.js'],
    ['bad encoding', '/%ff%'],
    ['a folder', '/assets'],
    ['an unknown type', '/notes.sqlite'],
    ['a missing file', '/none.js'],
  ])('%s', async (_name, pathname) => {
    expect(await textOf(pathname)).toBeNull();
  });
});
