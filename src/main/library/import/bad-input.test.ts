import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { testLibrary } from '../test-library.ts';
import { parseInProcess } from './parse-in-process.ts';

let library: ReturnType<typeof testLibrary>;
let folder: string;
let articles = 0;
beforeEach(() => {
  library = testLibrary(parseInProcess);
  articles = 0;
  folder = mkdtempSync(join(tmpdir(), 'attache-bad-'));
});
afterEach(async () => {
  await library.dispose();
  rmSync(folder, { recursive: true, force: true });
});

async function importBytes(name: string, bytes: Uint8Array) {
  const base64 = Buffer.from(bytes).toString('base64');
  const result = await library.call('import.run', { sources: [{ name, base64 }] });
  const before = articles;
  articles = (await library.call('articles.list', {})).total;
  expect(articles - before).toBe(result.imported.length);
  return result;
}

it.each([
  ['empty.txt', new Uint8Array(), 'empty-file'],
  ['blank.txt', Buffer.from(' \n\t\u3000\n'), 'no-text'],
  ['picture.txt', Uint8Array.from({ length: 999 }, (_, i) => (i * 89) % 256), 'unsupported-format'],
  ['scripts.html', Buffer.from('<html><script>alert(1)</script></html>'), 'no-text'],
])('%s fails by name', async (name, bytes, code) => {
  const { imported, failed } = await importBytes(name, bytes);
  expect(imported).toEqual([]);
  expect(failed).toMatchObject([{ source: name, code }]);
  expect(failed[0]?.message).toContain(name);
});

it('names bytes that did not arrive whole among the failures, and imports the others', async () => {
  const base64 = Buffer.from('The ferry sails again.').toString('base64');
  const { imported, failed } = await library.call('import.run', {
    sources: [
      { name: 'torn.pdf', base64: `${base64.slice(0, 7)}%%` },
      { name: 'wrapped.txt', base64: `${base64.slice(0, 8)}\n${base64.slice(8)}\n` },
      { name: 'whole.txt', text: 'The quay is new.' },
    ],
  });
  expect(failed).toMatchObject([{ source: 'torn.pdf', code: 'damaged-file' }]);
  expect(imported.map(({ source, title }) => [source, title])).toEqual([
    ['wrapped.txt', 'The ferry sails again.'],
    ['whole.txt', 'The quay is new.'],
  ]);
});

it('passes over a library that lies in a folder of articles', async () => {
  writeFileSync(join(folder, 'quay.txt'), 'The quay opens again on Tuesday.');
  for (const path of ['library.sqlite', 'notebook/library.sqlite', 'notebook/originals/1a2b']) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), 'Not an article.');
  }
  mkdirSync(join(folder, 'backups'));
  writeFileSync(join(folder, 'backups', 'library-1.sqlite'), 'Not an article.');
  const { imported, failed } = await library.call('import.run', { sources: [{ path: folder }] });
  expect(imported).toMatchObject([{ title: 'The quay opens again on Tuesday.' }]);
  expect(failed).toEqual([]);
});

it('passes over what a browser saves beside a page, and nothing else', async () => {
  const page = '<html><body><p>The quay is new, they said on Tuesday.</p></body></html>';
  for (const path of [
    'Quay.html',
    'Quay_files/frame.html',
    'Notes_files/a.txt',
    'Quay-Dateien/b.txt',
  ]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), path.endsWith('html') ? page : `Words of ${path}.`);
  }
  const { imported } = await library.call('import.run', { sources: [{ path: folder }] });
  expect(imported.map(({ source }) => source.slice(folder.length + 1))).toEqual([
    'Notes_files/a.txt',
    'Quay.html',
  ]);
  const zip = zipSync({
    'in/Quay.htm': Buffer.from(page.replace('quay', 'mole')),
    'in/Quay_files/x/frame.html': Buffer.from(page),
    'Quay_files/c.txt': Buffer.from('A text of its own.'),
  });
  const { imported: unpacked } = await library.call('import.run', {
    sources: [{ name: 'quay.zip', base64: Buffer.from(zip).toString('base64') }],
  });
  expect(unpacked.map(({ source }) => source)).toEqual([
    'quay.zip/in/Quay.htm',
    'quay.zip/Quay_files/c.txt',
  ]);
});

it.each([
  ['NULs', 'One\0two\0three words here.', 'One\uFFFDtwo\uFFFDthree words here.'],
  ['bidi overrides', 'Left \u202Eright\u202C end.', 'Left \u202Eright\u202C end.'],
  ['CRLF and trailing blanks', '\r\nOne  \r\n\r\nTwo\t\r\n\r\n', 'One\n\nTwo'],
])('keeps text with %s', async (name, text, wanted) => {
  const { imported } = await importBytes(`${name}.txt`, Buffer.from(text));
  const article = await library.call('articles.get', { id: imported[0]?.articleId ?? '' });
  expect(article.text).toBe(wanted);
});

it('comes to an end of a text that is boilerplate line after line', async () => {
  const { imported } = await importBytes('credits.txt', Buffer.from('PHOTO: AFP\n'.repeat(40_000)));
  const { offered } = await library.call('articles.get', { id: imported[0]?.articleId ?? '' });
  expect(offered.length).toBeGreaterThan(1000);
});

it('takes what turns or hides words out of titles, outlets and authors, on every way in and out', async () => {
  const hostile = (words: string) => `\u202E${words}\u202C \u2067end\u2069\u0085\u0007`;
  const clean = (words: string) => `${words} end`;
  const page = `<html><head><title>t</title>
    <meta property="og:title" content="${hostile('Ferry vote')}"><meta name="author" content="${hostile('Ada Lund')}">
    <meta property="og:site_name" content="${hostile('Courier')}"></head>
    <body><article><h1>x</h1><p>${'The board voted on Tuesday to keep the ferry for a year. '.repeat(9)}</p></article></body></html>`;
  const { imported } = await importBytes('page.html', Buffer.from(page));
  const id = imported[0]?.articleId ?? '';
  expect(await library.call('articles.get', { id })).toMatchObject({
    title: clean('Ferry vote'),
    'container-title': clean('Courier'),
    author: [{ literal: clean('Ada Lund') }],
  });
  await library.call('articles.update', { id, title: hostile('Again'), section: hostile('World') });
  const { base64 } = (await library.call('export.sources', { format: 'ris' })) as {
    base64: string;
  };
  const ris = Buffer.from(base64, 'base64').toString();
  expect(ris).toContain(`TI  - ${clean('Again')}\r\n`);
  expect(ris).toContain(`SE  - ${clean('World')}\r\n`);
  const record = `TY  - NEWS\nTI  - ${hostile('On record')}\nAU  - ${hostile('Berg')}, Per\nAB  - ${'Words of it. '.repeat(9)}\nER  - \n`;
  const second = await importBytes('one.ris', Buffer.from(record));
  expect(second.imported).toMatchObject([{ title: clean('On record') }]);
  const { failed } = await importBytes('cod\u202Etxt.exe', new Uint8Array());
  expect(failed).toMatchObject([{ source: 'cod\u202Etxt.exe', code: 'empty-file' }]);
  expect(failed[0]?.message).not.toContain('\u202E');
});

it('makes lone surrogates of UTF-16 and broken UTF-8 well-formed', async () => {
  const lone = Buffer.concat([
    Buffer.from('\uFEFFHalf a pair: ', 'utf16le'),
    Buffer.from([0x3d, 0xd8, 0x2e, 0]),
  ]);
  const { imported } = await importBytes('lone.txt', lone);
  const article = await library.call('articles.get', { id: imported[0]?.articleId ?? '' });
  expect(article.text).toBe('Half a pair: \uFFFD.');
  const broken = Buffer.concat([
    Buffer.from('Broken here: '),
    Buffer.from([0xe2, 0x82]),
    Buffer.from(' and on it goes.'),
  ]);
  const second = await importBytes('broken.txt', broken).catch(() => null);
  expect(second).toBeDefined();
});

it('comes to an end of very many lines of one length', async () => {
  const line = (index: number) => `At ${String(index).padStart(6, '0')} the ferry was at the quay`;
  const lines = Array.from({ length: 60_000 }, (_, index) => line(index >> 1));
  const { imported } = await importBytes('log.txt', Buffer.from(lines.join('\n')));
  const { hidden, offered } = await library.call('articles.get', {
    id: imported[0]?.articleId ?? '',
  });
  expect(hidden.length + offered.length).toBe(30_000);
});

it('reads one line of 5 MB', async () => {
  const { imported } = await importBytes('line.txt', Buffer.from('word '.repeat(1_000_000)));
  const article = await library.call('articles.get', { id: imported[0]?.articleId ?? '' });
  expect(article.words).toBe(1_000_000);
  expect(article.blocks.length).toBeGreaterThan(200);
});

it('refuses files beyond the limit before reading them', async () => {
  const path = join(folder, 'huge.txt');
  writeFileSync(path, '');
  execFileSync('truncate', ['-s', '70M', path]);
  const { failed } = await library.call('import.run', { sources: [{ path }] });
  expect(failed).toMatchObject([{ source: path, code: 'file-too-large' }]);
});

it.skipIf(process.platform === 'win32')(
  'never opens a pipe, and passes over what is no file',
  async () => {
    const pipe = join(folder, 'pipe.txt');
    execFileSync('mkfifo', [pipe]);
    symlinkSync('/dev/zero', join(folder, 'zero.txt'));
    const alone = await library.call('import.run', { sources: [{ path: pipe }] });
    expect(alone.failed).toMatchObject([{ source: pipe, code: 'file-unreadable' }]);
    mkdirSync(join(folder, 'quay'));
    writeFileSync(join(folder, 'quay', 'new.txt'), 'The quay is new, they said.');
    const { imported, failed } = await library.call('import.run', { sources: [{ path: folder }] });
    expect(imported).toMatchObject([{ source: join(folder, 'quay', 'new.txt') }]);
    expect(failed.map(({ source, code }) => [source, code])).toEqual([
      [pipe, 'file-unreadable'],
      [join(folder, 'zero.txt'), 'file-unreadable'],
    ]);
    expect(failed[0]?.message).toContain('neither a file nor a folder');
    expect(failed[1]?.message).toContain('is a link');
  },
);

it('keeps file names that try to be something else as mere names', async () => {
  for (const name of ['../../etc/passwd', 'C:\\x\\<img src=x onerror=alert(1)>.txt', '__proto__']) {
    const { imported } = await importBytes(name, Buffer.from(`A text of its own: ${name}`));
    const article = await library.call('articles.get', { id: imported[0]?.articleId ?? '' });
    expect(article.source.name).toBe(name);
  }
});
