import fsPromises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testLibrary } from '../test-library.ts';
import { parseInProcess } from './parse-in-process.ts';

const { open } = fsPromises;
let library: ReturnType<typeof testLibrary>;
beforeEach(() => void (library = testLibrary(parseInProcess)));
afterEach(async () => {
  fsPromises.open = open;
  syncBuiltinESMExports();
  await library.dispose();
});

/** Has `instead` run before the write-ahead log is opened to be flushed. */
function beforeFlush(instead: () => Promise<void>): void {
  fsPromises.open = async (...args) => {
    if (String(args[0]).endsWith('-wal')) await instead();
    return open(...args);
  };
  syncBuiltinESMExports();
}

const sources = [
  { name: 'a.txt', text: 'Harbour opened\n\nThe harbour was opened again on Monday.' },
];

/** The files that progress events said are imported so far. */
function told(): string[] {
  const names: string[] = [];
  library.on((event) => {
    if (event.type !== 'import.progress') return;
    for (const { source, outcome } of event.finished ?? []) {
      if (outcome === 'imported') names.push(source);
    }
  });
  return names;
}

test('a file is told of once its transaction is on the disk', async () => {
  const reached = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  beforeFlush(() => {
    reached.resolve();
    return goOn.promise;
  });
  const names = told();
  const running = library.call('import.run', { sources });
  await reached.promise;
  expect((await library.call('articles.list', {})).total).toBe(1);
  expect(names).toEqual([]);
  goOn.resolve();
  expect((await running).imported).toHaveLength(1);
  expect(names).toEqual(['a.txt']);
});

test('an import whose transactions do not reach the disk says so', async () => {
  beforeFlush(() => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' })));
  const names = told();
  await expect(library.call('import.run', { sources })).rejects.toMatchObject({
    code: 'write-failed',
  });
  expect(names).toEqual([]);
});
