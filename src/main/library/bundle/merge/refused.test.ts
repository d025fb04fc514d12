import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../storage/originals/original-name.ts';
import { openDatabase } from '../../storage/database.ts';
import { dump, errorOf, Pair } from './test-pair.ts';

/** One for all: what is refused changes nothing. */
const pair = new Pair();
beforeAll(() => pair.open());
afterAll(() => pair.dispose());

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
    const { source } = await pair.bundle();
    const bytes = spoil(Buffer.from(source.base64, 'base64'));
    const before = dump(pair.mine);
    const input = {
      source: { name: 'Story.attache', base64: Buffer.from(bytes).toString('base64') },
    };
    expect(await errorOf(pair.mine.call('bundle.preview', input))).toBe(code);
    expect(await errorOf(pair.mine.call('bundle.merge', input))).toBe(code);
    expect(dump(pair.mine)).toEqual(before);
  });

  it('is refused where its database is newer or was made by something else', async () => {
    const { source } = await pair.bundle();
    const entries = unzipSync(Buffer.from(source.base64, 'base64'));
    const path = join(pair.mine.dir, 'other.sqlite');
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
      expect(await errorOf(pair.mine.call('bundle.merge', input))).toBe(code);
    }
  });
});

it('brings no title or name in that turns or hides its words', async () => {
  const { source } = await pair.bundle();
  const entries = unzipSync(Buffer.from(source.base64, 'base64'));
  const path = join(pair.mine.dir, 'hostile.sqlite');
  writeFileSync(path, entries['library.sqlite'] ?? '');
  const db = openDatabase(path);
  db.exec(`UPDATE articles SET id = 'hostile-' || seq, title = char(8238) || 'Ferry' || char(10) || seq,
    author = json_array(json_object('literal', 'Ada' || char(8238) || ' Lund'))`);
  db.exec(`UPDATE texts SET text = text || ' More.', hash = 'x' || article`);
  db.close();
  const made = withDatabase(entries, readFileSync(path));
  const input = { source: { name: 'x', base64: Buffer.from(made).toString('base64') } };
  await pair.mine.call('bundle.merge', input);
  const { items } = await pair.mine.call('articles.list', {});
  const come = items.filter(({ id }) => id.startsWith('hostile-'));
  expect(come.length).toBeGreaterThan(0);
  for (const { title, author } of come) {
    expect(title).toMatch(/^Ferry \d+$/u);
    expect(author).toEqual([{ literal: 'Ada Lund' }]);
  }
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
