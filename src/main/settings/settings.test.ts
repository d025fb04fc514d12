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

const file = () => join(dir, 'settings.json');

test('what is set is there after a restart, the rest are defaults', async () => {
  const set = await openConfSettings(dir).set({ theme: 'dark', textSize: 20 });
  expect(set).toEqual({ ...defaultSettings, theme: 'dark', textSize: 20 });
  expect(await openConfSettings(dir).get()).toEqual(set);
});

test('a value that is not allowed answers its default and leaves the others', async () => {
  writeFileSync(file(), '{"theme":"neon","textSize":400,"measure":40,"unknown":1}');
  expect(await openConfSettings(dir).get()).toEqual({ ...defaultSettings, measure: 40 });
});

test('a change that is not allowed is refused and changes nothing', async () => {
  const settings = openConfSettings(dir);
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
    const settings = openConfSettings(dir);
    expect(await settings.get()).toEqual(defaultSettings);
    await settings.set({ theme: 'light' });
    expect(await openConfSettings(dir).get()).toEqual({ ...defaultSettings, theme: 'light' });
    const aside = readdirSync(dir).filter((name) => name.startsWith('settings.json.broken-'));
    expect(aside).toHaveLength(1);
    expect(readFileSync(join(dir, aside[0] ?? ''), 'utf8')).toBe(content);
  });
});
