import { expect, test } from 'vitest';
import { insertArticle, testStorage } from './test-storage.ts';

test.each(['succeeds', 'fails'])('after a step that %s every commit is flushed again', (how) => {
  const t = testStorage();
  const { commands, db } = t.storage;
  const group = commands.group('Import');
  const step = () =>
    group.stepUnflushed(() => {
      insertArticle(db, 'a');
      if (how === 'fails') throw new Error('Not this one.');
    });
  if (how === 'fails') expect(step).toThrow('Not this one.');
  else step();
  expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
  t.dispose();
});
