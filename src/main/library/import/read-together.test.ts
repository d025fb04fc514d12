import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { smallFile } from './load-path.ts';
import { readTogether } from './read-together.ts';

const dir = mkdtempSync(join(tmpdir(), 'attache-together-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

it('reads each file whole, also one that has become large, and says which is not there', () => {
  mkdirSync(join(dir, 'folder'));
  const contents = ['first', '', 'x'.repeat(smallFile), 'y'.repeat(smallFile + 1), 'last'];
  const paths = contents.map((content, index) => {
    const path = join(dir, `${index}.txt`);
    writeFileSync(path, content);
    return path;
  });
  const [gone, folder] = [join(dir, 'gone.txt'), join(dir, 'folder')];
  const { load, buffer } = readTogether([...paths.slice(0, 2), gone, folder, ...paths.slice(2)]);
  expect(paths.map((path) => Buffer.from(load(path)).toString())).toEqual(contents);
  expect(buffer.byteLength).toBe('firstlast'.length + smallFile);
  expect(() => load(gone)).toThrow(expect.objectContaining({ code: 'not-found' }));
  expect(() => load(folder)).toThrow(expect.objectContaining({ code: 'file-unreadable' }));
});

it('reads many files of middling size', () => {
  const paths = Array.from({ length: 12 }, (_, index) => {
    const path = join(dir, `middling ${index}.txt`);
    writeFileSync(path, String(index).repeat(150_000));
    return path;
  });
  const { load } = readTogether(paths);
  for (const [index, path] of paths.entries()) {
    expect(Buffer.from(load(path)).toString()).toBe(String(index).repeat(150_000));
  }
});
