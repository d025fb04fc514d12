import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Input, Method } from '../../shared/contract/methods.ts';
import { parseInProcess } from './import/parse-in-process.ts';
import { testLibrary } from './test-library.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => void (library = testLibrary(parseInProcess)));
afterEach(() => library.dispose());

/** The entries of the history that a call said it made. */
async function madeBy<M extends Method>(method: M, input: Input<M>): Promise<number[]> {
  const made: number[] = [];
  await library.call(method, input, (entry) => made.push(entry));
  return made;
}

const history = async () => (await library.call('history.list', {})).items;
const newest = async () => (await history()).slice(0, 1).map(({ id }) => id);
const ferry = { sources: [{ name: 'ferry.txt', text: 'The ferry sails again in May.' }] };

test('a call tells the entry it made, whatever others make meanwhile', async () => {
  const calls = ['Quay', 'Pier', 'Mole'].map((title) => madeBy('notes.create', { title }));
  const [imported, ...notes] = await Promise.all([madeBy('import.run', ferry), ...calls]);
  const labels = new Map((await history()).map(({ id, label }) => [id, label]));
  expect([imported, ...notes].map((made) => made.map((id) => labels.get(id)))).toEqual([
    [expect.stringContaining('Import')],
    [expect.stringContaining('Quay')],
    [expect.stringContaining('Pier')],
    [expect.stringContaining('Mole')],
  ]);
});

test('what is gathered under one entry tells that one; what makes none tells none', async () => {
  expect(await madeBy('library.sample', {})).toEqual(await newest());
  const [actor] = (await library.call('actors.list', {})).items;
  if (actor === undefined) throw new Error('The sample has actors.');
  expect(await madeBy('actors.list', {})).toEqual([]);
  expect(await madeBy('actors.update', { id: actor.id, name: actor.name })).toEqual([]);
  expect(await madeBy('settings.set', { theme: 'dark' })).toEqual([]);
  expect(await madeBy('history.undo', {})).toEqual([]);
  expect(await madeBy('history.redo', {})).toEqual([]);
});

test('an entry is undone by its id where it is the newest, and else taken back alone', async () => {
  const [first = 0] = await madeBy('notes.create', { title: 'Quay' });
  const [second = 0] = await madeBy('notes.create', { title: 'Pier' });
  const titles = async () => (await library.call('notes.list', {})).items.map((one) => one.title);
  const alone = await library.call('history.undo', { id: first });
  expect([alone.id]).toEqual(await newest());
  expect(await titles()).toEqual(['Pier']);
  await library.call('history.undo', {});
  expect(await titles()).toEqual(['Pier', 'Quay']);
  expect(await madeBy('history.undo', { id: second })).toEqual([]);
  expect(await titles()).toEqual(['Quay']);
  expect(await library.call('history.redo', {})).toMatchObject({ id: second });
  await expect(library.call('history.undo', { id: 4711 })).rejects.toMatchObject({
    code: 'not-found',
  });
});
