import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AttacheError } from '../../../shared/contract/errors.ts';
import type { Output } from '../../../shared/contract/methods.ts';
import { sha256 } from '../storage/originals/original-name.ts';
import { parseInProcess } from '../import/parse-in-process.ts';
import { openLibrary } from '../library.ts';
import { openDatabase } from '../storage/database.ts';
import { testLibrary, testPorts } from '../test-library.ts';
import { manifestSchema } from './manifest.ts';
import { isBundle, restoreBundle } from './restore-bundle.ts';

const ferry = 'Ferry talks resume\n\nThe ferry may sail again in June, officials said.';
const harbour = 'Harbour reopens\n\nThe harbour of Estholm opened on Monday.';

let library: ReturnType<typeof testLibrary>;
let folder: string;
let out: string;

/** The folder of the library that every test has a copy of. */
let start: string;

beforeAll(async () => {
  start = mkdtempSync(join(tmpdir(), 'attache-bundle-start-'));
  const first = openLibrary(start, testPorts(parseInProcess));
  const { imported } = (await first.call('import.run', {
    sources: [
      { name: 'ferry.txt', text: ferry },
      { name: 'harbour.txt', text: harbour },
    ],
  })) as Output<'import.run'>;
  const articleId = imported[0]?.articleId ?? '';
  const place = { articleId, start: 20, end: 29, motivation: 'highlighting' as const };
  const secret = { ...place, comment: 'a secret thought' };
  const gone = (await first.call('annotations.create', secret)) as Output<'annotations.create'>;
  await first.call('annotations.create', { ...place, comment: 'kept' });
  await first.call('annotations.delete', { id: gone.id });
  await first.close();
});
afterAll(() => rmSync(start, { recursive: true, force: true }));

beforeEach(() => {
  library = testLibrary(parseInProcess, start);
  folder = mkdtempSync(join(tmpdir(), 'attache-bundles-'));
  out = join(folder, 'story.attache');
});
afterEach(async () => {
  await library.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const errorOf = (answer: Promise<unknown>) =>
  answer.then(
    () => null,
    (error: unknown) => (error instanceof AttacheError ? error.toData() : String(error)),
  );

const entriesOf = (path: string) => unzipSync(readFileSync(path));

/** The only original with these words, as a file in the library's folder. */
const originalOf = (text: string) => join(library.dir, 'originals', sha256(text));

const unzip = spawnSync('unzip', ['-v']).status === 0;
if (!unzip) console.warn('unzip is not installed: bundles are NOT tested by it.');

describe('export.bundle', () => {
  it('holds the database without its history, the originals and a manifest', async () => {
    expect(await library.call('export.bundle', { path: out })).toEqual({ path: out });
    const entries = entriesOf(out);
    expect(Object.keys(entries).sort()).toEqual(
      [
        'library.sqlite',
        'manifest.json',
        `originals/${sha256(ferry)}`,
        `originals/${sha256(harbour)}`,
      ].sort(),
    );
    expect(strFromU8(entries[`originals/${sha256(ferry)}`] ?? new Uint8Array())).toBe(ferry);
    const manifest = manifestSchema.parse(
      JSON.parse(strFromU8(entries['manifest.json'] ?? new Uint8Array())),
    );
    expect(manifest.counts).toMatchObject({ articles: 2, annotations: 1, originals: 2 });
    const { schemaVersion } = await library.call('library.info', {});
    expect(manifest.schemaVersion).toBe(schemaVersion);
    const database = entries['library.sqlite'] ?? new Uint8Array();
    expect(Buffer.from(database).includes('kept')).toBe(true);
    expect(Buffer.from(database).includes('a secret thought')).toBe(false);
    const copy = join(folder, 'copy.sqlite');
    writeFileSync(copy, database);
    const db = openDatabase(copy, { readOnly: true });
    expect(db.prepare('SELECT count(*) AS n FROM journal_command').get()).toEqual({ n: 0 });
    db.close();
    expect(readdirSync(folder).sort()).toEqual(['copy.sqlite', 'story.attache']);
  });

  it('leaves the history of the library itself alone', async () => {
    const before = await library.call('history.list', {});
    await library.call('export.bundle', { path: out });
    expect(await library.call('history.list', {})).toEqual(before);
    await library.call('history.undo', {});
    expect((await library.call('annotations.list', {})).total).toBe(2);
  });

  it('comes as bytes without a path', async () => {
    const made = await library.call('export.bundle', {});
    if (!('base64' in made)) throw new Error('expected bytes');
    expect(made.name).toBe('Library.attache');
    expect(Object.keys(unzipSync(Buffer.from(made.base64, 'base64')))).toContain('manifest.json');
  });

  it.each([
    ['is missing', () => rmSync(originalOf(ferry)), 'file-not-found'],
    ['was changed', () => writeFileSync(originalOf(ferry), 'other words'), 'damaged-file'],
  ])('is not written at all where an original %s', async (_what, spoil, code) => {
    writeFileSync(out, 'what was there');
    spoil();
    expect(await errorOf(library.call('export.bundle', { path: out }))).toMatchObject({ code });
    expect(readFileSync(out, 'utf8')).toBe('what was there');
    expect(readdirSync(folder)).toEqual(['story.attache']);
  });

  it.runIf(unzip)('is a sound ZIP to other programs (needs unzip)', async () => {
    await library.call('export.bundle', { path: out });
    const test = spawnSync('unzip', ['-t', out]);
    expect(test.stdout.toString()).toContain('No errors detected');
  });
});

describe('restoring a bundle', () => {
  const restored = () => restoreBundle(join(folder, 'new'), out, new Date());

  it('makes the same library in an empty folder', async () => {
    await library.call('export.bundle', { path: out });
    expect(isBundle(out)).toBe(true);
    await restored();
    const copy = openLibrary(join(folder, 'new'), testPorts(parseInProcess));
    try {
      for (const method of ['articles.list', 'annotations.list', 'actors.list'] as const) {
        expect(await copy.call(method, {})).toEqual(await library.call(method, {}));
      }
      expect(await copy.call('library.check', {})).toEqual({ ok: true, problems: [] });
      const { groups } = (await copy.call('search.query', {
        q: 'harbour',
      })) as Output<'search.query'>;
      expect(groups.find(({ kind }) => kind === 'articles')?.total).toBe(1);
      expect(await errorOf(copy.call('history.undo', {}))).toMatchObject({
        code: 'nothing-to-undo',
      });
    } finally {
      await copy.close();
    }
  });

  it('leaves a library that is there alone', async () => {
    await library.call('export.bundle', { path: out });
    await restored();
    expect(await errorOf(restored())).toMatchObject({ code: 'target-exists' });
  });

  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['without an original', (bytes: Buffer) => without(bytes, `originals/${sha256(ferry)}`)],
    ['without its manifest', (bytes: Buffer) => without(bytes, 'manifest.json')],
    ['without its database', (bytes: Buffer) => without(bytes, 'library.sqlite')],
    ['with another original', (bytes: Buffer) => withOther(bytes, `originals/${sha256(ferry)}`)],
    ['with another database', (bytes: Buffer) => withOther(bytes, 'library.sqlite')],
  ])('refuses a bundle %s and makes nothing', async (_what, spoil) => {
    await library.call('export.bundle', { path: out });
    writeFileSync(out, spoil(readFileSync(out)));
    expect(await errorOf(restored())).toMatchObject({ code: 'damaged-file' });
    expect(existsSync(join(folder, 'new'))).toBe(false);
  });

  it('writes nothing by the names a bundle holds', async () => {
    await library.call('export.bundle', { path: out });
    const entries = {
      ...entriesOf(out),
      '../outside': new Uint8Array([1]),
      'originals/../x': new Uint8Array([1]),
    };
    writeFileSync(out, zipSync(entries));
    await restored();
    expect(readdirSync(folder).sort()).toEqual(['new', 'story.attache']);
    expect(readdirSync(join(folder, 'new'))).not.toContain('x');
  });
});

function without(bytes: Buffer, name: string): Uint8Array {
  const { [name]: _gone, ...entries } = unzipSync(bytes);
  return zipSync(entries);
}

const withOther = (bytes: Buffer, name: string): Uint8Array =>
  zipSync({ ...unzipSync(bytes), [name]: new TextEncoder().encode('other') });
