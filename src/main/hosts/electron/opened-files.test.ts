import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { OpenedFiles, pathsNamed } from './opened-files.ts';

const home = mkdtempSync(join(tmpdir(), 'attache-opened-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const tide = join(home, 'tide 1.txt');
writeFileSync(tide, 'Tide');
const story = join(home, 'story');
mkdirSync(story);
writeFileSync(join(story, 'library.sqlite'), '');

test('arguments name files by path or address; what is not there and the app itself are none', () => {
  const words = [
    'tide 1.txt',
    tide,
    pathToFileURL(tide).href,
    '.',
    'gone.txt',
    'file://host/x',
    'file:%',
    '',
  ];
  expect(pathsNamed(words, { folder: home, app: home })).toEqual([tide, tide, tide]);
});

test('files wait for a page, and again while it is gone', () => {
  const opened = new OpenedFiles();
  const shown: (readonly string[])[] = [];
  opened.open(['/a']);
  opened.open(['/b']);
  opened.showWith((paths) => shown.push(paths));
  opened.open(['/c']);
  opened.open([]);
  opened.wait();
  opened.open(['/d']);
  expect(shown).toEqual([['/a', '/b'], ['/c']]);
  opened.showWith((paths) => shown.push(paths));
  expect(shown.at(-1)).toEqual(['/d']);
});

test('the folder of a library among them is opened instead of waiting', () => {
  const opened = new OpenedFiles();
  expect(opened.takeLibrary()).toBeNull();
  opened.open([tide, story]);
  expect(opened.takeLibrary()).toBe(story);
  const shown: (readonly string[])[] = [];
  opened.showWith((paths) => shown.push(paths));
  expect(shown).toEqual([[tide]]);
});
