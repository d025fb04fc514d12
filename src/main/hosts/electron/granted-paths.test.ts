import { beforeEach, expect, test } from 'vitest';
import { GrantedPaths } from './granted-paths.ts';

let granted: GrantedPaths;
beforeEach(() => {
  granted = new GrantedPaths();
  granted.allowReading(['/home/ana/articles', '/home/ana/ferry.txt']);
  granted.allowWriting('/home/ana/briefing.md');
});

const run =
  (...paths: string[]) =>
  () =>
    granted.check('import.run', { sources: paths.map((path) => ({ path })) });
const save = (path: string) => () => granted.check('export.briefing', { format: 'md', path });

test('what was chosen may be read, again and again', () => {
  expect(run('/home/ana/ferry.txt', '/home/ana/articles')).not.toThrow();
  expect(run('/home/ana/ferry.txt')).not.toThrow();
});

test('one path that was not chosen refuses the whole call', () => {
  for (const path of [
    '/etc/passwd',
    '/home/ana/articles/../secret.txt',
    '/home/ana/articles/inside.txt',
    '/home/ana/ferry.txt/',
  ]) {
    expect(run('/home/ana/ferry.txt', path)).toThrow(
      expect.objectContaining({ code: 'forbidden', field: 'path' }),
    );
  }
});

test('what was chosen for saving is written once, and what was chosen for reading never', () => {
  expect(save('/home/ana/ferry.txt')).toThrow(expect.objectContaining({ code: 'forbidden' }));
  expect(save('/home/ana/briefing.md')).not.toThrow();
  expect(save('/home/ana/briefing.md')).toThrow(expect.objectContaining({ code: 'forbidden' }));
  expect(run('/home/ana/briefing.md')).toThrow(expect.objectContaining({ code: 'forbidden' }));
});

test('calls without paths pass', () => {
  expect(() => granted.check('articles.list', { limit: 3 })).not.toThrow();
  expect(() => granted.check('export.briefing', { id: 'b', format: 'md' })).not.toThrow();
});

test('a report of an import is saved where the person chose', () => {
  const path = '/home/ana/briefing.md';
  expect(() => granted.check('import.report', { format: 'md', path })).not.toThrow();
});

test('only what was saved is shown in its folder', () => {
  const path = '/home/ana/briefing.md';
  const refusal = expect.objectContaining({ code: 'forbidden' });
  expect(() => granted.checkShowing(path)).toThrow(refusal);
  save(path)();
  expect(() => granted.checkShowing(path)).not.toThrow();
  expect(() => granted.checkShowing('/home/ana/ferry.txt')).toThrow(refusal);
});
