import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AttacheError } from '../../shared/contract/errors.ts';
import type { Output } from '../../shared/contract/methods.ts';
import { parseInProcess } from './import/parse-in-process.ts';
import { testLibrary } from './test-library.ts';

type Library = ReturnType<typeof testLibrary>;

const people = ['Velda Kroon', 'Tam Ostrik', 'Mara Linde'];
const words = ['harbour', 'ferry', 'zorvak', '首脳会談', 'naïve', '😀', 'שלום', 'Straße'];
const at = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
const said = (n: number) =>
  `“${at(words, n)} ${at(words, n >> 2)},” ${at(people, n >> 4)} said on day ${n}.`;
const textOf = (n: number) => `Story ${n}\n\n${[n, n * 7, n * 31].map(said).join(' ')}`;

const articles = async (library: Library, trashed = false) =>
  (await library.call('articles.list', { trashed })).items;
const passages = async (library: Library) =>
  (await library.call('annotations.list', {})).items.toSorted((a, b) => a.start - b.start);
const actors = async (library: Library) => (await library.call('actors.list', {})).items;
const notes = async (library: Library) => (await library.call('notes.list', {})).items;

/** What a person may do, each with two numbers that say to what and how. */
const deeds: Record<string, (library: Library, a: number, b: number) => Promise<unknown>> = {
  import: (library, a, b) =>
    library.call('import.run', {
      sources: [a, b].map((n) => ({ name: `${n}.txt`, text: textOf(n) })),
    }),
  sample: (library) => library.call('library.sample', {}),
  highlight: async (library, a, b) =>
    library.call('annotations.create', {
      articleId: at(await articles(library), a)?.id ?? '',
      start: b % 20,
      end: (b % 20) + 12,
      motivation: 'highlighting',
      tags: [`t${b % 3}`],
    }),
  comment: async (library, a, b) =>
    library.call('annotations.update', {
      id: at(await passages(library), a)?.id ?? '',
      comment: said(b),
    }),
  unmark: async (library, a) =>
    library.call('annotations.delete', { id: at(await passages(library), a)?.id ?? '' }),
  actor: (library, a) =>
    library.call('actors.create', { kind: 'person', name: at(people, a) ?? '' }),
  merge: async (library, a, b) => {
    const all = await actors(library);
    return library.call('actors.merge', {
      into: at(all, a)?.id ?? '',
      from: [at(all, b)?.id ?? ''],
    });
  },
  forget: async (library, a) =>
    library.call('actors.delete', { id: at(await actors(library), a)?.id ?? '' }),
  statement: async (library, a, b) =>
    library.call('statements.create', {
      articleId: at(await articles(library), a)?.id ?? '',
      start: 8,
      end: 20 + (b % 9),
      kind: 'direct',
      speaker: at(await actors(library), b)?.id,
    }),
  note: async (library, a, b) =>
    library.call('notes.create', {
      markdown: `${said(a)} [@${at(await passages(library), b)?.id ?? 'none'}]`,
    }),
  rewrite: async (library, a, b) =>
    library.call('notes.update', {
      id: at(await notes(library), a)?.id ?? '',
      markdown: said(b),
    }),
  discard: async (library, a) =>
    library.call('notes.delete', { id: at(await notes(library), a)?.id ?? '' }),
  trash: async (library, a) =>
    library.call('articles.delete', { id: at(await articles(library), a)?.id ?? '' }),
  restore: async (library, a) =>
    library.call('articles.restore', { id: at(await articles(library, true), a)?.id ?? '' }),
  correct: async (library, a, b) =>
    library.call('articles.revise', {
      id: at(await articles(library), a)?.id ?? '',
      text: textOf(b),
    }),
  undo: (library) => library.call('history.undo', {}),
  redo: (library) => library.call('history.redo', {}),
  restart: (library) => library.reopen(),
};

/** Everything a person can see of a library, but for the order search ranks in. */
async function seen(library: Library): Promise<object> {
  const listed = [...(await articles(library)), ...(await articles(library, true))];
  const { path: _, ...info } = await library.call('library.info', {});
  return {
    info,
    listed,
    articles: await Promise.all(listed.map(({ id }) => library.call('articles.get', { id }))),
    passages: await library.call('annotations.list', {}),
    actors: await actors(library),
    mentions: await library.call('mentions.list', {}),
    statements: await library.call('statements.list', {}),
    tags: await library.call('tags.list', {}),
    notes: await Promise.all(
      (await notes(library)).map(({ id }) => library.call('notes.get', { id })),
    ),
    briefings: await library.call('briefings.list', {}),
    groups: await library.call('duplicates.list', {}),
  };
}

const done = async (library: Library): Promise<number> =>
  (await library.call('history.list', { limit: 1000 })).items.filter(
    ({ state }: Output<'history.list'>['items'][number]) => state === 'done',
  ).length;

/** Runs `deed`; answers whether the library took it. Anything but a coded refusal fails the test. */
async function attempt(deed: () => Promise<unknown>): Promise<boolean> {
  try {
    await deed();
    return true;
  } catch (error) {
    if (!(error instanceof AttacheError) || error.code === 'internal') throw error;
    return false;
  }
}

const deed = fc.tuple(
  fc.constantFrom(...Object.keys(deeds)),
  fc.nat({ max: 999 }),
  fc.nat({ max: 999 }),
);

test('whatever is done in whatever order, every step is undone and done again exactly', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 5, maxLength: 40 }), async (story) => {
      const library = testLibrary(parseInProcess);
      try {
        const views = new Map([[0, await seen(library)]]);
        const turn = async (direction: 'history.undo' | 'history.redo') => {
          while (await attempt(() => library.call(direction, {}))) {
            const view = views.get(await done(library));
            if (view !== undefined) expect(await seen(library)).toEqual(view);
          }
        };
        for (const [name, a, b] of story) {
          const before = await done(library);
          const taken = await attempt(async () => deeds[name]?.(library, a, b));
          const after = await done(library);
          if (name === 'undo' || name === 'redo' || name === 'restart') {
            expect(await seen(library)).toEqual(views.get(after));
          } else if (taken) {
            for (const depth of views.keys()) if (depth > before) views.delete(depth);
            // Edits of one note that follow each other are one step.
            views.set(after, await seen(library));
          }
        }
        await turn('history.undo');
        expect(await done(library)).toBe(0);
        await turn('history.redo');
        expect(await library.call('library.check', {})).toEqual({ ok: true, problems: [] });
      } finally {
        await library.dispose();
      }
    }),
    { numRuns: 60 },
  );
});
