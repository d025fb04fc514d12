import { strToU8, zipSync, type Zippable } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createParserPool, type ParserPool } from '../../../worker/parser-pool.ts';
import { testLibrary } from '../../test-library.ts';

let library: ReturnType<typeof testLibrary>;
let pool: ParserPool;
beforeEach(() => {
  pool = createParserPool(new URL('../../../parser-worker.ts', import.meta.url));
  library = testLibrary(pool);
});
afterEach(async () => {
  await library.dispose();
  await pool.close();
});

async function importZip(bytes: Uint8Array, name = 'all.zip') {
  const base64 = Buffer.from(bytes).toString('base64');
  const { imported, failed } = await library.call('import.run', { sources: [{ name, base64 }] });
  return {
    imported: imported.map(({ source }) => source),
    failed: failed.map(({ source, code }) => [source, code]),
    messages: failed.map(({ message }) => message).join('\n'),
  };
}

const story = (words: string) => strToU8(`A story of ${words}, told at the quay.`);

/** Where the central directory describes an entry. */
const inDirectory = (zip: Uint8Array, nth = 0): number => {
  let at = -1;
  for (let count = 0; count <= nth; count += 1)
    at = Buffer.from(zip).indexOf('PK\u0001\u0002', at + 1);
  return at;
};

it('keeps entries of the same name apart, and follows no links', async () => {
  const zip = zipSync({
    'a.txt': story('one ferry'),
    'b.txt': story('two harbours'),
    'link.txt': [strToU8('../../etc/passwd'), { os: 3, attrs: 0o120777 << 16 }],
  });
  const twins = Buffer.from(zip);
  twins[inDirectory(twins, 1) + 46] = 'a'.charCodeAt(0);
  expect(await importZip(twins)).toMatchObject({
    imported: ['all.zip/a.txt', 'all.zip/a.txt'],
    failed: [['all.zip', 'file-unreadable']],
  });
});

it.each([
  [
    '夜間フェリー',
    'shift_jis',
    [0x96, 0xe9, 0x8a, 0xd4, 0x83, 0x74, 0x83, 0x46, 0x83, 0x8a, 0x81, 0x5b],
  ],
  ['항구', 'euc-kr', [0xc7, 0xd7, 0xb1, 0xb8]],
  ['港口新闻', 'gb18030', [0xb8, 0xdb, 0xbf, 0xda, 0xd0, 0xc2, 0xce, 0xc5]],
  ['Fête', 'the first PCs’ code page', [0x46, 0x88, 0x74, 0x65]],
])('reads the name %s, written in %s', async (name, _encoding, bytes) => {
  const plain = 'X'.repeat(bytes.length);
  const zip = Buffer.from(zipSync({ [`${plain}.txt`]: story('a quay') }));
  for (let at = zip.indexOf(plain); at !== -1; at = zip.indexOf(plain)) zip.set(bytes, at);
  expect(await importZip(zip)).toMatchObject({ imported: [`all.zip/${name}.txt`], failed: [] });
});

it('leaves out an entry that is damaged, encrypted or lies about its size, by name', async () => {
  const files = Object.fromEntries(
    ['wrong', 'short', 'locked', 'method', 'good'].map((name) => [`${name}.txt`, story(name)]),
  );
  const zip = Buffer.from(zipSync(files));
  zip.writeUInt32LE(0x12345678, inDirectory(zip, 0) + 16);
  zip.writeUInt32LE(7, inDirectory(zip, 1) + 24);
  zip.writeUInt16LE(1, inDirectory(zip, 2) + 8);
  zip.writeUInt16LE(99, inDirectory(zip, 3) + 10);
  const { imported, failed, messages } = await importZip(zip);
  expect(imported).toEqual(['all.zip/good.txt']);
  expect(failed.map(([, code]) => code)).toEqual([
    'damaged-file',
    'damaged-file',
    'encrypted-file',
    'unsupported-format',
  ]);
  for (const name of ['wrong', 'short', 'locked', 'method']) expect(messages).toContain(name);
});

it('opens archives in archives, but not without end', async () => {
  let zip = zipSync({ 'deep.txt': story('the deep') });
  const nest = (levels: number) => {
    for (let level = 0; level < levels; level += 1) zip = zipSync({ 'in.zip': zip });
  };
  nest(2);
  expect((await importZip(zip)).imported).toEqual(['all.zip/in.zip/in.zip/deep.txt']);
  nest(1);
  expect(await importZip(zip)).toMatchObject({
    imported: [],
    failed: [['all.zip/in.zip/in.zip/in.zip', 'file-too-large']],
  });
});

it('refuses what swells as no text does, and too many entries, without unpacking', async () => {
  const bomb = zipSync({ 'bomb.txt': new Uint8Array(40 * 1024 * 1024) }, { level: 9 });
  expect((await importZip(bomb)).failed).toEqual([['all.zip', 'file-too-large']]);
  const many: Zippable = {};
  for (let index = 0; index <= 10_000; index += 1) many[`${index}.txt`] = new Uint8Array();
  expect((await importZip(zipSync(many))).failed).toEqual([['all.zip', 'file-too-large']]);
});

it('is not what an office document in an unknown format is', async () => {
  const sheet = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/a.xml': strToU8('<a/>'),
  });
  expect((await importZip(sheet, 'sheet.xlsx')).failed).toEqual([
    ['sheet.xlsx', 'unsupported-format'],
  ]);
});
