import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../storage/database.ts';
import { testLibrary } from '../../test-library.ts';
import { parseInProcess } from '../parse-in-process.ts';
import { wireCopies, wireStory } from './wire-copies.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary(parseInProcess);
});
afterEach(() => library.dispose());

function inDatabase<T>(work: (db: Database) => T): T {
  const db = openDatabase(join(library.dir, 'library.sqlite'));
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** Bands of the beginning as a version stored them that had others in their place. */
const forgetBeginnings = (db: Database) => {
  const rows = db
    .prepare<{ article: number; hashes: Uint8Array }>('SELECT * FROM article_fingerprints')
    .all();
  for (const { article, hashes } of rows) {
    const old = new Uint32Array(hashes.slice().buffer);
    for (let at = old.length - 4; at < old.length; at += 1) old[at] = article * 8 + at;
    db.prepare('UPDATE article_fingerprints SET hashes = ? WHERE article = ?').run(
      new Uint8Array(old.buffer),
      article,
    );
  }
};

/** What is stored of each article, as text. */
const storedIn = (db: Database) =>
  db
    .prepare<{ hashes: string }>(
      'SELECT hex(hashes) AS hashes FROM article_fingerprints ORDER BY article',
    )
    .all()
    .map(({ hashes }) => hashes);

const versionOf = (db: Database) =>
  db.prepare<{ value: unknown }>(`SELECT value FROM meta WHERE key = 'duplicates.bands'`).get()
    ?.value;

const shortened = (seed: number) => wireCopies(wireStory(seed), seed)[4] ?? '';
const add = async (name: string, text: string) =>
  (await library.call('import.run', { sources: [{ name, text }] })).duplicates;

it('brings an older library up in the background, and goes on where it was interrupted', async () => {
  await library.call('import.run', {
    sources: Array.from({ length: 90 }, (_, index) => ({
      name: `${index}.txt`,
      text: wireStory(index),
    })),
  });
  const wanted = inDatabase(storedIn);
  const old = inDatabase((db) => {
    forgetBeginnings(db);
    db.exec(`DELETE FROM meta WHERE key = 'duplicates.bands';
      INSERT INTO meta (key, value) VALUES ('duplicates.bands-until', 50)`);
    return storedIn(db);
  });
  await library.reopen();
  await expect.poll(() => inDatabase(versionOf)).toBe(1);
  // The first fifty were done before the interruption.
  expect(inDatabase(storedIn)).toEqual([...old.slice(0, 50), ...wanted.slice(50)]);
  expect(await add('late.txt', shortened(70))).toMatchObject([{ kind: 'near' }]);
});

it('leaves a library alone that has them all', async () => {
  await add('a.txt', wireStory(1));
  inDatabase(forgetBeginnings);
  await library.reopen();
  expect(inDatabase(versionOf)).toBe(1);
  expect(await add('b.txt', shortened(1))).toEqual([]);
});
