import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { AttacheError } from '../../../../shared/contract/errors.ts';
import { sha256 } from '../../articles/originals.ts';
import { parseInProcess } from '../../import/parse-in-process.ts';
import { openDatabase } from '../../storage/database.ts';
import { journaledTables } from '../../storage/journal-schema.ts';
import { listBackups } from '../../storage/backup.ts';
import { testLibrary } from '../../test-library.ts';
import { restoreBundle } from '../restore-bundle.ts';
import { mergedTables } from './merge.ts';

type TestLibrary = ReturnType<typeof testLibrary>;

const ferry = 'Ferry talks resume\n\nThe ferry may sail again in June, officials said.';
const harbour = 'Harbour reopens\n\nThe harbour of Estholm opened on Monday.';

let mine: TestLibrary;
let theirs: TestLibrary;

/** Two libraries: mine, and a colleague's that was opened from a bundle of mine. */
beforeEach(async () => {
  mine = testLibrary(parseInProcess);
  await mine.call('import.run', {
    sources: [
      { name: 'ferry.txt', text: ferry },
      { name: 'harbour.txt', text: harbour },
    ],
  });
  const bundle = join(mine.dir, 'start.attache');
  await mine.call('export.bundle', { path: bundle });
  theirs = testLibrary(parseInProcess);
  await theirs.replace(async (dir) => {
    await restoreBundle(dir, bundle, new Date());
  });
});
afterEach(async () => {
  await mine.dispose();
  await theirs.dispose();
});

const articleId = async (library: TestLibrary, title: string) => {
  const { items } = await library.call('articles.list', {});
  return items.find((item) => item.title === title)?.id ?? '';
};

async function mark(library: TestLibrary, words: string, comment = '', tags: string[] = []) {
  const { items } = await library.call('articles.list', {});
  const id = items.find(({ words: length }) => length === 12)?.id ?? '';
  const start = ferry.indexOf(words);
  return library.call('annotations.create', {
    articleId: id,
    start,
    end: start + words.length,
    motivation: 'commenting',
    comment,
    tags,
  });
}

/** The colleague's library as a source for a merge. */
async function bundle(library = theirs) {
  const path = join(library.dir, `${crypto.randomUUID()}.attache`);
  await library.call('export.bundle', { path });
  return { source: { name: 'Story.attache', base64: readFileSync(path).toString('base64') } };
}

/** Every row of every table that can be undone, as one comparable value. */
function dump(library: TestLibrary) {
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

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);

const errorOf = (answer: Promise<unknown>) =>
  answer.then(
    () => null,
    (error: unknown) => (error instanceof AttacheError ? error.code : String(error)),
  );

describe('merging a bundle', () => {
  it('names every table that a person can change', () => {
    expect([...mergedTables].sort()).toEqual(Object.keys(dump(mine)).sort());
  });

  it('of the same library changes nothing and leaves no entry in the history', async () => {
    const before = dump(mine);
    const history = await mine.call('history.list', {});
    const report = await mine.call('bundle.merge', await bundle());
    expect(sum(report.added) + sum(report.completed) + report.conflicts.length).toBe(0);
    expect(dump(mine)).toEqual(before);
    expect(await mine.call('history.list', {})).toEqual(history);
  });

  it('brings what only the bundle has, after a backup, and is one step to undo', async () => {
    await theirs.call('import.run', { sources: [{ name: 'c.txt', text: 'Third\n\nNew words.' }] });
    await mark(theirs, 'in June', 'When exactly?', ['date']);
    await theirs.call('actors.create', { kind: 'person', name: 'Mara Quist', names: [] });
    await theirs.call('notes.create', { title: 'Ask', markdown: 'Who pays?' });
    const before = dump(mine);
    const backups = listBackups(mine.dir).length;
    const input = await bundle();
    const preview = await mine.call('bundle.preview', input);
    expect(dump(mine)).toEqual(before);
    const report = await mine.call('bundle.merge', input);
    expect(report).toEqual(preview);
    expect(report.added).toMatchObject({ article: 1, annotation: 1, actor: 1, note: 1 });
    expect(listBackups(mine.dir).length).toBe(backups + 1);
    expect((await mine.call('annotations.list', {})).items[0]).toMatchObject({
      quote: 'in June',
      tags: ['date'],
    });
    expect(await mine.call('library.check', {})).toEqual({ ok: true, problems: [] });
    const id = await articleId(mine, 'Third');
    expect((await mine.call('articles.original', { id })).name).toBe('c.txt');
    await mine.call('history.undo', {});
    expect(dump(mine)).toEqual(before);
  });

  it('keeps both where both sides changed the same thing', async () => {
    const note = await mine.call('notes.create', { title: 'Plan', markdown: 'Start.' });
    const passage = await mark(mine, 'in June', 'Mine', ['a']);
    await theirs.replace(async (dir) => {
      const path = join(mine.dir, 'again.attache');
      await mine.call('export.bundle', { path });
      await restoreBundle(dir, path, new Date());
    });
    await mine.call('notes.update', { id: note.id, markdown: 'Start. My end.' });
    await theirs.call('notes.update', { id: note.id, markdown: 'Start. Their end.' });
    await mine.call('annotations.update', { id: passage.id, comment: 'My view' });
    await theirs.call('annotations.update', { id: passage.id, comment: 'Their view', tags: ['b'] });
    const ferryId = await articleId(mine, 'Ferry talks resume');
    await mine.call('articles.update', { id: ferryId, 'container-title': 'The Quay' });
    await theirs.call('articles.update', { id: ferryId, 'container-title': 'The Pier' });
    await theirs.call('articles.update', { id: ferryId, issued: '2031-04' });

    const report = await mine.call('bundle.merge', await bundle());
    expect(report.conflicts.map(({ kind, outcome }) => `${kind} ${outcome}`).sort()).toEqual([
      'annotation both-kept',
      'article both-kept',
      'note both-kept',
    ]);
    const notes = (await mine.call('notes.list', {})).items.map(({ title }) => title);
    expect(notes.sort()).toEqual(['Other details in Story', 'Plan', 'Plan (Story)']);
    const comments = (await mine.call('annotations.list', {})).items.map(({ comment }) => comment);
    expect(comments.sort()).toEqual(['My view', 'Their view']);
    expect(await mine.call('articles.get', { id: ferryId })).toMatchObject({
      'container-title': 'The Quay',
      issued: '2031-04',
    });
  });

  it('takes a document over that was only written on further', async () => {
    const { id } = await mine.call('briefings.create', { title: 'Week', markdown: 'One two.' });
    await theirs.replace(async (dir) => {
      const path = join(mine.dir, 'again.attache');
      await mine.call('export.bundle', { path });
      await restoreBundle(dir, path, new Date());
    });
    await theirs.call('versions.create', { documentId: id, name: 'As I got it' });
    await theirs.call('briefings.update', { id, markdown: 'One two three.' });
    const report = await mine.call('bundle.merge', await bundle());
    expect(report).toMatchObject({ completed: { briefing: 1 }, conflicts: [] });
    expect((await mine.call('briefings.get', { id })).text).toBe('One two three.');
    expect((await mine.call('versions.list', { documentId: id })).items).toHaveLength(1);
  });

  it('knows an article that both imported on their own, and cites its passages here', async () => {
    const text = 'Tide turns\n\nThe tide turned at noon.';
    await mine.call('import.run', { sources: [{ name: 't.txt', text }] });
    const other = testLibrary(parseInProcess);
    try {
      const { imported } = await other.call('import.run', { sources: [{ name: 'x.txt', text }] });
      const place = { articleId: imported[0]?.articleId ?? '', start: 12, end: 20 };
      const { id } = await other.call('annotations.create', {
        ...place,
        motivation: 'highlighting',
      });
      await other.call('briefings.create', { title: 'Tide', markdown: `It turned.[@${id}]` });
      const report = await mine.call('bundle.merge', await bundle(other));
      expect(report.added.article).toBe(0);
      const { items } = await mine.call('briefings.list', {});
      const { citations } = await mine.call('briefings.get', { id: items[0]?.id ?? '' });
      expect(citations[0]?.articleId).toBe(await articleId(mine, 'Tide turns'));
    } finally {
      await other.dispose();
    }
  });
});

describe('a bundle that cannot be merged', () => {
  const spoilt: [string, string, (bytes: Buffer) => Uint8Array][] = [
    ['cut off', 'damaged-file', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['no bundle', 'unsupported-format', () => Buffer.from('words')],
    ['another ZIP', 'unsupported-format', () => zipSync({ 'word/document.xml': strToU8('x') })],
    ['newer', 'library-newer', (bytes) => changed(bytes, { version: 99 })],
    [
      'of another database',
      'damaged-file',
      (bytes) => zipSync({ ...unzipSync(bytes), 'library.sqlite': strToU8('other') }),
    ],
  ];
  it.each(spoilt)('because it is %s is refused and changes nothing', async (_what, code, spoil) => {
    const { source } = await bundle();
    const bytes = spoil(Buffer.from(source.base64, 'base64'));
    const before = dump(mine);
    const input = {
      source: { name: 'Story.attache', base64: Buffer.from(bytes).toString('base64') },
    };
    expect(await errorOf(mine.call('bundle.preview', input))).toBe(code);
    expect(await errorOf(mine.call('bundle.merge', input))).toBe(code);
    expect(dump(mine)).toEqual(before);
  });

  it('is refused where its database is newer or was made by something else', async () => {
    const { source } = await bundle();
    const entries = unzipSync(Buffer.from(source.base64, 'base64'));
    const path = join(mine.dir, 'other.sqlite');
    for (const [sql, code] of [
      ['PRAGMA user_version=9999', 'library-newer'],
      ['PRAGMA application_id=7', 'not-a-library'],
    ] as const) {
      writeFileSync(path, entries['library.sqlite'] ?? '');
      const db = openDatabase(path);
      db.exec(sql);
      db.close();
      const database = readFileSync(path);
      const made = withDatabase(entries, database);
      const input = { source: { name: 'x', base64: Buffer.from(made).toString('base64') } };
      expect(await errorOf(mine.call('bundle.merge', input))).toBe(code);
    }
  });
});

const manifestOf = (entries: Record<string, Uint8Array>) =>
  JSON.parse(Buffer.from(entries['manifest.json'] ?? []).toString()) as object;

function changed(bytes: Buffer, changes: object): Uint8Array {
  const entries = unzipSync(bytes);
  const manifest = { ...manifestOf(entries), ...changes };
  return zipSync({ ...entries, 'manifest.json': strToU8(JSON.stringify(manifest)) });
}

function withDatabase(entries: Record<string, Uint8Array>, bytes: Uint8Array): Uint8Array {
  const made = zipSync({ ...entries, 'library.sqlite': bytes });
  return changed(Buffer.from(made), { database: sha256(bytes) });
}

describe('whatever two people did', () => {
  const step = fc.record({
    what: fc.constantFrom('mark', 'comment', 'note', 'edit', 'actor', 'outlet', 'title'),
    at: fc.integer({ min: 0, max: 3 }),
    words: fc.constantFrom('one', 'two', 'three'),
  });
  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
  const steps = fc.array(step, { maxLength: 5 });

  async function take(library: TestLibrary, { what, at, words }: Step) {
    const annotations = (await library.call('annotations.list', {})).items;
    const notes = (await library.call('notes.list', {})).items;
    const { items } = await library.call('articles.list', { sort: 'title' });
    const id = items[at % items.length]?.id ?? '';
    if (what === 'mark')
      await mark(library, ['ferry', 'June', 'officials', 'sail'][at] ?? '', words);
    if (what === 'note')
      await library.call('notes.create', { title: words, markdown: `${words} ${at}` });
    if (what === 'actor') {
      await library.call('actors.create', {
        kind: 'person',
        name: words,
        names: [{ name: `${words} ${at}`, scope: 'everywhere' }],
      });
    }
    if (what === 'outlet') await library.call('articles.update', { id, 'container-title': words });
    if (what === 'title') await library.call('articles.update', { id, title: `${words} ${at}` });
    const annotation = annotations[at];
    if (what === 'comment' && annotation !== undefined) {
      await library.call('annotations.update', {
        id: annotation.id,
        comment: words,
        tags: [words],
      });
    }
    const note = notes[at];
    if (what === 'edit' && note !== undefined) {
      await library.call('notes.update', { id: note.id, markdown: `Edited ${words}` });
    }
  }

  const words = async (library: TestLibrary) => ({
    comments: (await library.call('annotations.list', {})).items.map(({ comment }) => comment),
    notes: await Promise.all(
      (await library.call('notes.list', {})).items.map(
        async ({ id }) => (await library.call('notes.get', { id })).text,
      ),
    ),
    actors: (await library.call('actors.list', {})).items.map(({ name }) => name),
  });

  it('no word of either is lost, and merging again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(steps, steps, steps, async (both, left, right) => {
        const [a, b] = [testLibrary(parseInProcess), testLibrary(parseInProcess)];
        try {
          await a.call('import.run', { sources: [{ name: 'ferry.txt', text: ferry }] });
          for (const each of both) await take(a, each);
          const path = join(a.dir, 'base.attache');
          await a.call('export.bundle', { path });
          await b.replace(async (dir) => {
            await restoreBundle(dir, path, new Date());
          });
          for (const each of left) await take(a, each);
          for (const each of right) await take(b, each);
          const [before, ours, other] = [dump(a), await words(a), await words(b)];
          const input = await bundle(b);
          const report = await a.call('bundle.merge', input);
          const merged = await words(a);
          for (const kind of ['comments', 'notes', 'actors'] as const) {
            for (const each of [...ours[kind], ...other[kind]])
              expect(merged[kind]).toContain(each);
          }
          const after = dump(a);
          const again = await a.call('bundle.merge', input);
          expect(sum(again.added) + sum(again.completed)).toBe(0);
          expect(again.conflicts.filter(({ outcome }) => outcome === 'both-kept')).toEqual([]);
          expect(dump(a)).toEqual(after);
          if (JSON.stringify(before) !== JSON.stringify(after)) await a.call('history.undo', {});
          expect(dump(a)).toEqual(before);
          expect(report.name).toBe('Story');
        } finally {
          await a.dispose();
          await b.dispose();
        }
      }),
      { numRuns: 8 },
    );
  }, 120_000);
});
