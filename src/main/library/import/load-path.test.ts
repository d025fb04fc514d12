import { expect, test } from 'vitest';
import { unreadable } from './load-path.ts';

const failed = (code: string) =>
  unreadable('/news/a.txt', Object.assign(new Error(code), { code }));

test.each([
  ['ENOENT', 'not-found', 'moved or renamed'],
  ['ENOTDIR', 'not-found', 'moved or renamed'],
  ['EACCES', 'file-unreadable', 'Check that you may open it.'],
  ['EMFILE', 'file-unreadable', 'Too many files are open'],
])('%s says what can be done', (code, as, advice) => {
  expect(failed(code)).toMatchObject({ code: as, message: expect.stringContaining(advice) });
  expect(failed(code).message).toContain('"/news/a.txt"');
});
