import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { searchColumns } from '../storage/migrations/0009-search.ts';
import { testNotebook, type TestNotebook } from './test-notebook.ts';

const articles = 1200;
const kills = 4;

let notebook: TestNotebook;
beforeEach(() => {
  notebook = testNotebook();
});
afterEach(() => notebook.dispose());

/** Every place of every word. */
function places() {
  const { db } = notebook.context;
  db.exec(`CREATE VIRTUAL TABLE temp.places USING fts5vocab(main, article_fts, instance)`);
  const all = db.prepare('SELECT * FROM temp.places ORDER BY doc, col, "offset", term').all();
  db.exec('DROP TABLE temp.places');
  return all;
}

/** Lets a child make the index again and kills it so many ms after its first step. */
async function killWhileRebuilding(ms: number): Promise<void> {
  const child = fork(join(import.meta.dirname, 'test-rebuilder.ts'), [notebook.context.dir]);
  const ended = once(child, 'exit');
  await once(child, 'message');
  await pause(ms);
  child.kill('SIGKILL');
  await ended;
}

it('goes on after kill -9 where it was, and ends equal to an index made at once', async () => {
  notebook.addArticles(
    Array.from({ length: articles }, (_, n) => ({
      title: `Harbour ${n % 7} 港`,
      text: `Meetings of day ${n} were held; 首脳会談 in ${n % 13} cities. `.repeat(1 + (n % 5)),
    })),
  );
  const fresh = places();
  notebook.context.db.exec(searchColumns);
  const left: number[] = [];
  for (let round = 0; round < kills; round++) {
    await notebook.whileClosed(() => killWhileRebuilding(round));
    left.push((await notebook.search({ q: 'harbour' })).building ?? 0);
  }
  expect(left.toSorted((a, b) => b - a)).toEqual(left);
  const midway = left.filter((count) => count > 0 && count < articles);
  expect(midway.length).toBeGreaterThan(1);
  await vi.waitFor(async () => {
    expect((await notebook.search({ q: 'harbour' })).building).toBe(undefined);
  }, 20_000);
  expect(places()).toEqual(fresh);
});
