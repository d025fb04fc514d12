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
    expect([...mergedTables, 'merge_choices'].sort()).toEqual(Object.keys(dump(mine)).sort());
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
      // The tag that the colleague took off.
      'annotation ours-kept',
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

  it('takes a text over that was only corrected in the bundle, and passages move along', async () => {
    const passage = await mark(mine, 'in June', 'Mine');
    const id = await articleId(mine, 'Ferry talks resume');
    const longer = ferry.replace('The ferry', 'After long talks the ferry');
    await theirs.call('articles.revise', { id, text: longer });
    const start = longer.indexOf('officials');
    const place = { articleId: id, start, end: start + 9, motivation: 'highlighting' as const };
    await theirs.call('annotations.create', place);
    const report = await mine.call('bundle.merge', await bundle());
    expect(report).toMatchObject({ completed: { article: 1 }, conflicts: [] });
    expect((await mine.call('articles.get', { id })).text).toBe(longer);
    const { items } = await mine.call('annotations.list', {});
    expect(items.map(({ quote }) => quote).sort()).toEqual(['in June', 'officials']);
    expect(items.find((item) => item.id === passage.id)?.start).toBe(longer.indexOf('in June'));
    const again = await mine.call('bundle.merge', await bundle());
    expect(sum(again.added) + sum(again.completed) + again.conflicts.length).toBe(0);
  });

  it('brings passages of a text that was corrected here to where their words stand', async () => {
    const id = await articleId(mine, 'Ferry talks resume');
    const longer = ferry.replace('The ferry', 'After long talks the ferry');
    await mine.call('articles.revise', { id, text: longer });
    await mark(theirs, 'in June', 'Theirs');
    const report = await mine.call('bundle.merge', await bundle());
    expect(report).toMatchObject({ added: { annotation: 1, article: 0 }, conflicts: [] });
    expect((await mine.call('annotations.list', {})).items[0]).toMatchObject({
      start: longer.indexOf('in June'),
      quote: 'in June',
    });
    expect(await mine.call('library.check', {})).toEqual({ ok: true, problems: [] });
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

/** The colleague opens my library as it is now. */
async function handOver() {
  const path = join(mine.dir, `${crypto.randomUUID()}.attache`);
  await mine.call('export.bundle', { path });
  await theirs.replace(async (dir) => {
    await restoreBundle(dir, path, new Date());
  });
}

describe('what was deleted since', () => {
  it('on their side is offered and stays until somebody chooses that it goes', async () => {
    const passage = await mark(mine, 'in June', 'Mine');
    await mine.call('briefings.create', { title: 'Week', markdown: `So.[@${passage.id}]` });
    const note = await mine.call('notes.create', { title: 'Ask', markdown: 'Who pays?' });
    const actor = await mine.call('actors.create', { kind: 'person', name: 'Mara Quist' });
    const harbourId = await articleId(mine, 'Harbour reopens');
    await handOver();
    await theirs.call('annotations.delete', { id: passage.id });
    await theirs.call('notes.delete', { id: note.id });
    await theirs.call('actors.delete', { id: actor.id });
    await theirs.call('articles.delete', { id: harbourId });
    const before = dump(mine);
    const input = await bundle();
    const { conflicts } = await mine.call('bundle.merge', input);
    expect(conflicts.map(({ cause, kind, title, choice }) => [cause, kind, title, choice])).toEqual(
      [
        ['deleted-there', 'article', 'Harbour reopens', 'mine'],
        ['deleted-there', 'annotation', 'in June', 'mine'],
        ['deleted-there', 'actor', 'Mara Quist', 'mine'],
        ['deleted-there', 'note', 'Ask', 'mine'],
      ],
    );
    expect(conflicts[1]?.what).toBe('It was deleted in the bundle; 1 document cites it here');
    expect(dump(mine)).toEqual(before);

    const choices = Object.fromEntries(conflicts.map(({ id }) => [id, 'theirs' as const]));
    const done = await mine.call('bundle.merge', { ...input, choices, prefer: 'mine' });
    expect(done.conflicts.map(({ outcome }) => outcome)).toEqual(Array(4).fill('deleted'));
    expect((await mine.call('annotations.list', {})).total).toBe(0);
    expect((await mine.call('notes.list', {})).total).toBe(0);
    expect((await mine.call('actors.list', {})).items).toEqual([]);
    expect((await mine.call('articles.list', {})).total).toBe(1);
    await mine.call('articles.restore', { id: harbourId });
    await mine.call('history.undo', {});
    await mine.call('history.undo', {});
    expect(dump(mine)).toEqual(before);
  });

  it('is not taken for a deletion where an undo took it away', async () => {
    await handOver();
    await mark(mine, 'in June', 'Mine');
    await mark(theirs, 'sail', 'Theirs');
    const input = await bundle();
    await mine.call('bundle.merge', input);
    await mine.call('history.undo', {});
    const again = await mine.call('bundle.merge', input);
    expect(again.added.annotation).toBe(1);
  });

  it('on this side stays deleted, but for what they have worked on', async () => {
    const kept = await mark(mine, 'in June', 'One', ['date']);
    const gone = await mark(mine, 'sail', 'Two');
    const worked = await mark(mine, 'officials', 'Three');
    const harbourId = await articleId(mine, 'Harbour reopens');
    await handOver();
    await mine.call('annotations.update', { id: kept.id, tags: [] });
    await mine.call('annotations.delete', { id: gone.id });
    await mine.call('annotations.delete', { id: worked.id });
    await mine.call('articles.delete', { id: harbourId });
    await theirs.call('annotations.update', { id: worked.id, comment: 'Three and more' });
    const input = await bundle();
    const { conflicts } = await mine.call('bundle.merge', input);
    expect(conflicts).toMatchObject([
      { cause: 'deleted-here', kind: 'annotation', title: 'officials', outcome: 'theirs-taken' },
    ]);
    const { items } = await mine.call('annotations.list', {});
    expect(items.map(({ comment, tags }) => [comment, tags])).toEqual([
      ['One', []],
      ['Three and more', []],
    ]);
    expect((await mine.call('articles.list', {})).total).toBe(1);
    await mine.call('history.undo', {});
    const choices = { [conflicts[0]?.id ?? '']: 'mine' as const };
    await mine.call('bundle.merge', { ...input, choices });
    expect((await mine.call('annotations.list', {})).total).toBe(1);
    expect((await mine.call('bundle.preview', input)).conflicts).toEqual([]);
  });

  it('comes out of the trash where a colleague has marked it since', async () => {
    const id = await articleId(mine, 'Ferry talks resume');
    await handOver();
    await mine.call('articles.delete', { id });
    await mark(theirs, 'sail', 'Theirs');
    const { conflicts } = await mine.call('bundle.merge', await bundle());
    expect(conflicts).toMatchObject([{ cause: 'deleted-here', kind: 'article', choice: 'theirs' }]);
    expect((await mine.call('annotations.list', { articleId: id })).total).toBe(1);
    expect((await mine.call('articles.list', {})).total).toBe(2);
  });

  it('travels on with a bundle of a bundle', async () => {
    const passage = await mark(mine, 'in June', 'Mine');
    await handOver();
    await theirs.call('annotations.delete', { id: passage.id });
    const path = join(theirs.dir, 'on.attache');
    await theirs.call('export.bundle', { path });
    const third = testLibrary(parseInProcess);
    try {
      await third.replace(async (dir) => {
        await restoreBundle(dir, path, new Date());
      });
      const { conflicts } = await mine.call('bundle.preview', await bundle(third));
      expect(conflicts).toMatchObject([{ cause: 'deleted-there', title: 'in June' }]);
    } finally {
      await third.dispose();
    }
  });
});

describe('choices', () => {
  /** A passage, a note and an article's outlet that both sides changed. */
  async function apart() {
    const note = await mine.call('notes.create', { title: 'Plan', markdown: 'Start.' });
    const passage = await mark(mine, 'in June', 'Mine', ['a']);
    await handOver();
    const id = await articleId(mine, 'Ferry talks resume');
    for (const [library, word] of [
      [mine, 'mine'],
      [theirs, 'theirs'],
    ] as const) {
      await library.call('notes.update', { id: note.id, markdown: `Start. ${word}` });
      await library.call('annotations.update', { id: passage.id, comment: word });
      await library.call('articles.update', { id, 'container-title': word });
    }
    return { note: note.id, article: id };
  }
  const state = async ({ note, article }: { note: string; article: string }) => ({
    notes: (await mine.call('notes.list', {})).total,
    note: (await mine.call('notes.get', { id: note })).text,
    versions: (await mine.call('versions.list', { documentId: note })).items.length,
    comments: (await mine.call('annotations.list', {})).items.map(({ comment }) => comment),
    outlet: (await mine.call('articles.get', { id: article }))['container-title'],
  });

  it.each(['mine', 'theirs'] as const)(
    'of %s for everything are done, and kept',
    async (prefer) => {
      const ids = await apart();
      const before = dump(mine);
      const input = await bundle();
      const report = await mine.call('bundle.merge', { ...input, prefer });
      expect(report.conflicts.map(({ choice }) => choice)).toEqual([prefer, prefer, prefer]);
      expect(await state(ids)).toEqual({
        notes: 1,
        note: `Start. ${prefer}`,
        // The words that were not chosen can be read among the versions.
        versions: 1,
        comments: [prefer],
        outlet: prefer,
      });
      const after = dump(mine);
      const again = await mine.call('bundle.merge', input);
      expect(again.conflicts).toEqual([]);
      expect(dump(mine)).toEqual(after);
      await mine.call('history.undo', {});
      expect(dump(mine)).toEqual(before);
    },
  );

  it('of one difference leave the others as they are done by themselves', async () => {
    const ids = await apart();
    const input = await bundle();
    const { conflicts } = await mine.call('bundle.preview', input);
    const passage = conflicts.find(({ kind }) => kind === 'annotation');
    expect(passage?.what).toBe('Comment: “mine” here, “theirs” in the bundle');
    const one = passage?.id ?? '';
    await mine.call('bundle.merge', { ...input, choices: { [one]: 'theirs' } });
    expect(await state(ids)).toMatchObject({ comments: ['theirs'], outlet: 'mine', notes: 3 });
  });

  it('that a difference does not offer are refused', async () => {
    const passage = await mark(mine, 'in June', 'Mine');
    await handOver();
    await theirs.call('annotations.delete', { id: passage.id });
    const input = await bundle();
    const [difference] = (await mine.call('bundle.preview', input)).conflicts;
    const choices = { [difference?.id ?? '']: 'both' as const };
    expect(await errorOf(mine.call('bundle.merge', { ...input, choices }))).toBe('invalid-input');
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
    what: fc.constantFrom(
      'mark',
      'comment',
      'note',
      'edit',
      'actor',
      'outlet',
      'title',
      'unmark',
      'discard',
    ),
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
    if (what === 'unmark' && annotation !== undefined) {
      await library.call('annotations.delete', { id: annotation.id });
    }
    const note = notes[at];
    if (what === 'discard' && note !== undefined) {
      await library.call('notes.delete', { id: note.id });
    }
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

  it('no word of either is lost unless it is chosen, and merging again changes nothing', async () => {
    const picks = fc.array(fc.nat({ max: 2 }), { minLength: 6, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(steps, steps, steps, picks, async (both, left, right, picked) => {
        const [a, b] = [testLibrary(parseInProcess), testLibrary(parseInProcess)];
        try {
          await a.call('import.run', { sources: [{ name: 'ferry.txt', text: ferry }] });
          for (const each of both) await take(a, each);
          const base = await words(a);
          const path = join(a.dir, 'base.attache');
          await a.call('export.bundle', { path });
          await b.replace(async (dir) => {
            await restoreBundle(dir, path, new Date());
          });
          for (const each of left) await take(a, each);
          for (const each of right) await take(b, each);
          const [before, ours, other] = [dump(a), await words(a), await words(b)];
          const input = await bundle(b);
          const { conflicts } = await a.call('bundle.merge', input);
          const merged = await words(a);
          for (const kind of ['comments', 'notes', 'actors'] as const) {
            for (const each of ours[kind]) expect(merged[kind]).toContain(each);
            // What both had and this side deleted stays deleted.
            for (const each of other[kind])
              expect([...merged[kind], ...base[kind]]).toContain(each);
          }
          const after = dump(a);
          const again = await a.call('bundle.merge', input);
          expect(sum(again.added) + sum(again.completed)).toBe(0);
          expect(again.conflicts.filter(({ outcome }) => outcome === 'both-kept')).toEqual([]);
          expect(dump(a)).toEqual(after);
          const isChanged = () => JSON.stringify(dump(a)) !== JSON.stringify(before);
          if (isChanged()) await a.call('history.undo', {});
          expect(dump(a)).toEqual(before);

          const choices = Object.fromEntries(
            conflicts.map(({ id, choices: offered }, index) => [
              id,
              offered[(picked[index % picked.length] ?? 0) % offered.length] ?? 'mine',
            ]),
          );
          await a.call('bundle.merge', { ...input, choices });
          const chosen = dump(a);
          const rest = await a.call('bundle.merge', input);
          expect(rest.conflicts).toEqual([]);
          expect(dump(a)).toEqual(chosen);
          if (isChanged()) await a.call('history.undo', {});
          expect(dump(a)).toEqual(before);
        } finally {
          await a.dispose();
          await b.dispose();
        }
      }),
      { numRuns: 6 },
    );
  }, 120_000);
});
