import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { AttacheError } from '../../../../shared/contract/errors.ts';
import { parseInProcess } from '../../import/parse-in-process.ts';
import { openLibrary } from '../../library.ts';
import { openDatabase } from '../../storage/database.ts';
import { journaledTables } from '../../storage/journal-schema.ts';
import { testLibrary, testPorts } from '../../test-library.ts';
import { restoreBundle } from '../restore-bundle.ts';

export type TestLibrary = ReturnType<typeof testLibrary>;

export const ferry = 'Ferry talks resume\n\nThe ferry may sail again in June, officials said.';
const harbour = 'Harbour reopens\n\nThe harbour of Estholm opened on Monday.';

interface Start {
  readonly mine: string;
  readonly theirs: string;
}

/** The folders of two libraries: mine, and a colleague's that was opened from a bundle of mine. */
async function makeStart(): Promise<Start> {
  const dir = mkdtempSync(join(tmpdir(), 'attache-pair-'));
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  const [mine, theirs, path] = [join(dir, 'mine'), join(dir, 'theirs'), join(dir, 'a.attache')];
  const library = openLibrary(mine, testPorts(parseInProcess));
  await library.call('import.run', {
    sources: [
      { name: 'ferry.txt', text: ferry },
      { name: 'harbour.txt', text: harbour },
    ],
  });
  await library.call('export.bundle', { path });
  await library.close();
  await restoreBundle(theirs, path, new Date());
  return { mine, theirs };
}

let start: Promise<Start> | undefined;

/** Two libraries that begin as the same one, each test with its own. */
export class Pair {
  mine!: TestLibrary;
  theirs!: TestLibrary;

  /** Opens both; made from folders that are filled only once. */
  async open(): Promise<void> {
    const { mine, theirs } = await (start ??= makeStart());
    this.mine = testLibrary(parseInProcess, mine);
    this.theirs = testLibrary(parseInProcess, theirs);
  }

  async dispose(): Promise<void> {
    await this.mine.dispose();
    await this.theirs.dispose();
  }

  /** The colleague opens my library as it is now. */
  async handOver(): Promise<void> {
    const path = join(this.mine.dir, `${crypto.randomUUID()}.attache`);
    await this.mine.call('export.bundle', { path });
    await this.theirs.replace(async (dir) => {
      await restoreBundle(dir, path, new Date());
    });
  }

  /** The colleague's library, or another, as a source for a merge. */
  async bundle(library = this.theirs) {
    const path = join(library.dir, `${crypto.randomUUID()}.attache`);
    await library.call('export.bundle', { path });
    return { source: { name: 'Story.attache', base64: readFileSync(path).toString('base64') } };
  }
}

/** A new pair for each test of the file. */
export function freshPairs(): Pair {
  const pair = new Pair();
  beforeEach(() => pair.open());
  afterEach(() => pair.dispose());
  return pair;
}

export async function articleId(library: TestLibrary, title: string): Promise<string> {
  const { items } = await library.call('articles.list', {});
  return items.find((item) => item.title === title)?.id ?? '';
}

/** Marks words of the article about the ferry, whatever its title is now. */
export async function mark(library: TestLibrary, words: string, comment = '', tags: string[] = []) {
  const { items } = await library.call('articles.list', {});
  const id = items.find(({ words: length }) => length === 12)?.id ?? '';
  const from = ferry.indexOf(words);
  return library.call('annotations.create', {
    articleId: id,
    start: from,
    end: from + words.length,
    motivation: 'commenting',
    comment,
    tags,
  });
}

/** Every row of every table that can be undone, as one comparable value. */
export function dump(library: TestLibrary) {
  const db = openDatabase(join(library.dir, 'library.sqlite'), { readOnly: true });
  try {
    return Object.fromEntries(
      journaledTables(db).map(({ name }) => [
        name,
        db
          .prepare(`SELECT * FROM "${name}"`)
          .all()
          .map((row) => JSON.stringify(row))
          .sort(),
      ]),
    );
  } finally {
    db.close();
  }
}

export const sum = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((a, b) => a + b, 0);

/** The code an answer is refused with; null where it is not. */
export const errorOf = (answer: Promise<unknown>): Promise<string | null> =>
  answer.then(
    () => null,
    (error: unknown) => (error instanceof AttacheError ? error.code : String(error)),
  );
