import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSettings } from '../../shared/contract/methods/settings.ts';
import { openConfSettings } from './conf.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'attache-settings-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const library = join(tmpdir(), 'one');
const file = () => join(dir, 'settings.json');

test('what is set is there after a restart, the rest are defaults', async () => {
  const set = await openConfSettings(dir, library).set({ theme: 'dark', textSize: 20 });
  expect(set).toEqual({ ...defaultSettings, theme: 'dark', textSize: 20 });
  expect(await openConfSettings(dir, library).get()).toEqual(set);
});

test('a value that is not allowed answers its default and leaves the others', async () => {
  writeFileSync(file(), '{"theme":"neon","textSize":400,"measure":40,"unknown":1}');
  expect(await openConfSettings(dir, library).get()).toEqual({ ...defaultSettings, measure: 40 });
});

test('a change that is not allowed is refused and changes nothing', async () => {
  const settings = openConfSettings(dir, library);
  await settings.set({ textSize: 20 });
  await expect(settings.set({ textSize: 400 })).rejects.toThrow();
  expect((await settings.get()).textSize).toBe(20);
});

describe('a broken file is moved aside whole, and settings work again', () => {
  test.each([
    ['empty', ''],
    ['truncated', '{"theme":"dark","textS'],
    ['NULs', '\0'.repeat(64)],
    ['a list', '[1,2]'],
    ['null', 'null'],
    ['a number', '7'],
    ['text', 'theme=dark'],
  ])('%s', async (_name, content) => {
    writeFileSync(file(), content);
    const settings = openConfSettings(dir, library);
    expect(await settings.get()).toEqual(defaultSettings);
    await settings.set({ theme: 'light' });
    expect(await openConfSettings(dir, library).get()).toEqual({
      ...defaultSettings,
      theme: 'light',
    });
    const aside = readdirSync(dir).filter((name) => name.startsWith('settings.json.broken-'));
    expect(aside).toHaveLength(1);
    expect(readFileSync(join(dir, aside[0] ?? ''), 'utf8')).toBe(content);
  });
});

describe('the place', () => {
  test('is of one library, everything else of all', async () => {
    const other = join(tmpdir(), 'other');
    await openConfSettings(dir, library).set({ place: '#/articles/1', theme: 'dark' });
    expect(await openConfSettings(dir, other).get()).toMatchObject({ place: '', theme: 'dark' });
    await openConfSettings(dir, other).set({ place: '#/notes' });
    expect(await openConfSettings(dir, library).get()).toMatchObject({ place: '#/articles/1' });
  });

  test('of a library that was not used for long is forgotten', async () => {
    await openConfSettings(dir, library).set({ place: '#/notes' });
    for (let n = 0; n < 100; n += 1) {
      await openConfSettings(dir, `${library}-${n}`).set({ place: '#/actors' });
    }
    expect((await openConfSettings(dir, library).get()).place).toBe('');
    expect((await openConfSettings(dir, `${library}-0`).get()).place).toBe('#/actors');
  });

  test('that cannot be read is none', async () => {
    writeFileSync(file(), JSON.stringify({ places: [7], theme: 'dark' }));
    expect(await openConfSettings(dir, library).get()).toMatchObject({ place: '', theme: 'dark' });
  });
});
