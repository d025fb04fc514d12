import { afterEach, beforeEach, expect, it } from 'vitest';
import { testNotebook, type TestNotebook } from '../search/test-notebook.ts';
import { articleTotals } from './totals.ts';

let notebook: TestNotebook;
beforeEach(() => {
  notebook = testNotebook();
});
afterEach(() => notebook.dispose());

const db = () => notebook.context.db;
const counted = () =>
  db().prepare<{ n: number }>('SELECT count(*) AS n FROM articles WHERE trashed IS NULL').get()?.n;
const kept = () => db().prepare<{ n: number }>(`SELECT ${articleTotals.live} AS n`).get()?.n ?? 0;
const some = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ title: `No ${n}`, text: n === 0 ? '' : 'ferry' }));
const trash = (where: string) =>
  notebook.run(() => db().exec(`UPDATE articles SET trashed = 'now' WHERE ${where}`));

it('is the number of articles after every change, its undo and its redo', () => {
  const { commands } = notebook.context;
  const totals: number[] = [];
  const note = () => {
    expect(kept()).toBe(counted());
    totals.push(kept());
  };
  note();
  notebook.addArticles(some(5));
  note();
  trash('seq <= 2');
  note();
  notebook.run(() => db().exec('UPDATE articles SET trashed = NULL WHERE seq = 1'));
  note();
  notebook.run(() => db().exec(`UPDATE articles SET title = 'Ferry', version = version`));
  note();
  notebook.run(() => db().exec('DELETE FROM articles WHERE seq = 3'));
  note();
  notebook.addArticles(some(3));
  note();
  for (let n = 0; n < 6; n++) {
    commands.undo();
    note();
  }
  for (let n = 0; n < 6; n++) {
    commands.redo();
    note();
  }
  expect(totals).toEqual([0, 5, 3, 4, 4, 3, 6, 3, 4, 4, 3, 5, 0, 5, 3, 4, 4, 3, 6]);
  expect(() =>
    notebook.run(() => {
      db().exec('DELETE FROM articles');
      throw new Error('no');
    }),
  ).toThrow('no');
  notebook.run(() => db().exec('REPLACE INTO articles SELECT * FROM articles WHERE seq > 4'));
  note();
  notebook.reopen();
  note();
});
