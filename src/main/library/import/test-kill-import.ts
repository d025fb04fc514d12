import { fork } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Output } from '../../../shared/contract/methods.ts';
import { openLibrary } from '../library.ts';
import { testPorts } from '../test-library.ts';
import { parseInProcess } from './parse-in-process.ts';

export interface KilledImport {
  readonly kills: number;
  /** Files whose storing was told of before a kill. */
  readonly told: number;
  /** Sources of the articles that are there in the end. */
  readonly sources: readonly string[];
  readonly outlets: readonly (string | null)[];
  readonly pending: number;
  readonly problems: Output<'library.check'>['problems'];
  /** Originals in their folder once the library is closed. */
  readonly originals: number;
  /** Articles left when the history of the import is undone to its beginning. */
  readonly afterUndo: number;
}

/** Writes `count` different articles into a folder. */
function writeArticles(folder: string, count: number): void {
  mkdirSync(folder);
  for (let index = 0; index < count; index += 1) {
    const text = `Story number ${index}\n\nSomething happened in place ${index * 7919}, ${'and more '.repeat(index % 40)}it was said.`;
    writeFileSync(join(folder, `${String(index).padStart(5, '0')}.txt`), text);
  }
}

/** Lets a child work until it has told of `files` stored files and some ms more, then kills it. */
async function killed(args: string[], files: number, more: number) {
  const child = fork(join(import.meta.dirname, 'test-importer.ts'), args, { stdio: 'pipe' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let told = 0;
  let done = false;
  await new Promise<void>((resolve) => {
    child.on('message', (message) => {
      done ||= message === 'done';
      told += done ? 0 : 1;
      if (done || told >= files) resolve();
    });
    void ended.then(resolve);
  });
  await pause(more);
  child.kill('SIGKILL');
  await ended;
  return { told, done };
}

/**
 * Imports `count` files in a process that is killed with SIGKILL up to `kills` times, each time gone
 * on with by the next one, and tells what the library has in the end. `decide`: of a preview.
 */
export async function killImport(
  dir: string,
  { count, kills, decide }: { count: number; kills: number; decide: boolean },
): Promise<KilledImport> {
  const folder = join(dir, 'articles');
  const library = join(dir, 'library');
  writeArticles(folder, count);
  let told = 0;
  let round = 0;
  for (let done = false; round < kills && !done; round += 1) {
    const args = [library, folder, decide ? 'decide' : 'run'];
    const result = await killed(args, round % 3 === 0 ? 1 : 60, (round * 7) % 40);
    told += result.told;
    ({ done } = result);
  }
  const open = openLibrary(library, testPorts(parseInProcess));
  const call = async <T>(method: string, input: unknown) => (await open.call(method, input)) as T;
  const found = async () => {
    const before = await call<Output<'import.pending'>>('import.pending', {});
    for (const { id } of before.items) await call('import.resume', { id });
    const { items } = await call<Output<'articles.list'>>('articles.list', { limit: 1000 });
    const articles = await Promise.all(
      items.map(({ id }) => call<Output<'articles.get'>>('articles.get', { id })),
    );
    const pending = await call<Output<'import.pending'>>('import.pending', {});
    const { problems } = await call<Output<'library.check'>>('library.check', {});
    const { items: steps } = await call<Output<'history.list'>>('history.list', { limit: 1000 });
    for (const _ of steps) await call('history.undo', {});
    const { total } = await call<Output<'articles.list'>>('articles.list', {});
    return {
      kills: round,
      told,
      sources: articles.map(({ source }) => source.name).toSorted(),
      outlets: [...new Set(articles.map((article) => article['container-title']))],
      pending: pending.items.length,
      problems,
      afterUndo: total,
    };
  };
  let all;
  try {
    all = await found();
  } finally {
    await open.close();
  }
  return { ...all, originals: readdirSync(join(library, 'originals')).length };
}
