import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { launchOptions } from './launch-options.ts';

test('reads its own options and passes over the rest', () => {
  const args = ['--no-sandbox', '.', '--library', 'notes', '--user-data-dir=/tmp/u', '--gpu=off'];
  expect(launchOptions(args)).toEqual({
    library: resolve('notes'),
    userData: resolve('/tmp/u'),
    readOnly: false,
    words: ['.'],
    selfTest: false,
  });
  expect(launchOptions(['--self-test', '--read-only'])).toEqual({
    library: null,
    userData: null,
    readOnly: true,
    words: [],
    selfTest: true,
  });
});

test('an option without its value is as if it were not there', () => {
  expect(launchOptions(['--user-data-dir=', '--library'])).toMatchObject({
    library: null,
    userData: null,
  });
});
