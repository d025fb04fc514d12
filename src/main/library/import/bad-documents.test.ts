import { strToU8, zipSync } from 'fflate';
import { existsSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createParserPool } from '../../worker/parser-pool.ts';
import { testLibrary } from '../test-library.ts';
import { pdfOf } from './formats/pdf/one-page-pdf.ts';
import { parseInProcess } from './parse-in-process.ts';

const pool = createParserPool(new URL('../../parser-worker.ts', import.meta.url));
afterAll(() => pool.close());

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attache-bad-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The file's text, or the code it is refused with. */
async function read(name: string, bytes: Uint8Array | string): Promise<string> {
  try {
    const { articles } = await pool.parse({ name, bytes: Buffer.from(bytes) });
    return articles.map(({ text }) => text).join('\n---\n');
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    expect(message).toContain(name);
    return code;
  }
}

const words = 'The ferry sails again in May, the harbour master said.';

/** A Word document of one paragraph, with further parts. */
const word = (body: string, doctype = '', parts: Record<string, string> = {}) =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?>${doctype}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body><w:p>${body}</w:p></w:body></w:document>`,
    ),
    ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  });
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;

describe('Word documents', () => {
  it('with links to local files and addresses open none of them', async () => {
    const secret = join(folder, 'secret.txt');
    writeFileSync(secret, 'A secret.');
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file://${secret}" TargetMode="External"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://203.0.113.1/t.dotm" TargetMode="External"/></Relationships>`;
    const picture =
      '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="r1"/></w:drawing></w:r>';
    const document = word(run(words) + picture, '', { 'word/_rels/document.xml.rels': relations });
    expect(await read('linked.docx', document)).toBe(words);
  });

  /** Ten times the entity before it, eight times over. */
  const nested = Array.from('bcdefgh')
    .map(
      (name) =>
        `<!ENTITY ${name} "${`&${String.fromCharCode(name.charCodeAt(0) - 1)};`.repeat(10)}">`,
    )
    .join('');

  it.each([
    ['external', '<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/hostname">]>', '&e;'],
    ['nested', `<!DOCTYPE w [<!ENTITY a "${'x'.repeat(1000)}">${nested}]>`, '&h;'],
  ])('with %s entities are refused or read without them', async (_kind, doctype, reference) => {
    const text = await read('entities.docx', word(run(`${words} ${reference}`), doctype));
    expect(text === 'damaged-file' || text.length < words.length + 20, text.slice(0, 200)).toBe(
      true,
    );
  });

  it('with a million numeric entities are read or refused, never hung on', async () => {
    const text = await read('numbers.docx', word(run('&#65;'.repeat(1_000_000))));
    expect(['damaged-file', 'parser-timeout'].includes(text) || text.length === 1_000_000).toBe(
      true,
    );
  }, 30_000);
});

it('books with external entities open no file', async () => {
  const book = zipSync({
    mimetype: strToU8('application/epub+zip'),
    'META-INF/container.xml': strToU8('<container><rootfile full-path="a.opf"/></container>'),
    'a.opf': strToU8(
      '<!DOCTYPE p [<!ENTITY e SYSTEM "file:///etc/hostname">]><package><manifest><item id="c" href="c.xhtml"/></manifest><spine><itemref idref="c"/></spine></package>',
    ),
    'c.xhtml': strToU8(
      `<!DOCTYPE html [<!ENTITY e SYSTEM "file:///etc/hostname">]><html><body><p>${words} &e;</p></body></html>`,
    ),
  });
  expect(await read('book.epub', book)).toMatch(
    /^The ferry sails again in May, the harbour master said\. ?(?:&e;)?/,
  );
});

describe('PDF files', () => {
  const plain = Buffer.from(pdfOf([[{ text: words, x: 72, y: 700 }]])).toString('latin1');

  it('that are encrypted are refused by name', async () => {
    const key = '4e'.repeat(32);
    const locked = plain.replace(
      '/Root 1 0 R >>',
      `/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${key}> /U <${key}> >> >>`,
    );
    expect(await read('locked.pdf', Buffer.from(locked, 'latin1'))).toBe('encrypted-file');
  });

  it('whose tables point at themselves are read or refused', async () => {
    const table = /startxref\n(\d+)/.exec(plain)?.[1] ?? '';
    const endless = plain.replace('/Root 1 0 R >>', `/Root 1 0 R /Prev ${table} >>`);
    expect([words, 'damaged-file']).toContain(
      await read('endless.pdf', Buffer.from(endless, 'latin1')),
    );
  });

  it('of 10,000 pages are refused by name', async () => {
    const pages = Array.from({ length: 10_000 }, () => [{ text: 'x', x: 72, y: 700 }]);
    expect(await read('long.pdf', pdfOf(pages))).toBe('file-too-large');
  }, 30_000);

  it('with a script give their text, and run nothing', async () => {
    const target = join(folder, 'ran');
    const scripted = plain.replace(
      '/Type /Catalog',
      `/Type /Catalog /OpenAction << /S /JavaScript /JS (app.launchURL('file://${target}')) >> /AA << /WC << /S /Launch /F (/usr/bin/touch) >> >>`,
    );
    expect(await read('scripted.pdf', Buffer.from(scripted, 'latin1'))).toBe(words);
    expect(existsSync(target)).toBe(false);
  });
});

it('messages with remote pictures give their words and ask for nothing', async () => {
  const message = `From: a@x.example\r\nSubject: S\r\nDate: x\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>${words}</p><img src="http://203.0.113.1/pixel.gif"><link rel="stylesheet" href="http://203.0.113.1/a.css">`;
  expect(await read('remote.eml', message)).toBe(words);
});

it.each([
  ['a PDF named as text', 'story.txt', pdfOf([[{ text: words, x: 72, y: 700 }]])],
  ['a text named as PDF', 'story.pdf', words],
  [
    'a page named as Word document',
    'story.docx',
    `<!doctype html><html><body><p>${words}</p></body></html>`,
  ],
  ['a Word document named as page', 'story.html', word(run(words))],
])('%s is read for what it is', async (_what, name, bytes) => {
  expect(await read(name, bytes)).toBe(words);
});

it.each(['story.pdf', 'story.DOCX', 'story.epub', 'story.zip'])(
  'a scrap of text named %s is refused by name, not taken for an article',
  async (name) => {
    expect(await read(name, 'not what it says')).toBe('damaged-file');
    expect(await read('story.txt', 'not what it says')).toBe('not what it says');
  },
);

it('a file that vanishes while a folder is read fails by name, and the others are imported', async () => {
  for (const name of ['a.txt', 'b.txt', 'c.txt'])
    writeFileSync(join(folder, name), `${name}: ${words}`);
  const library = testLibrary({
    parse(task) {
      if (task.name.endsWith('a.txt')) unlinkSync(join(folder, 'b.txt'));
      return parseInProcess.parse(task);
    },
  });
  const { imported, failed } = await library.call('import.run', { sources: [{ path: folder }] });
  await library.dispose();
  expect(imported.map(({ source }) => source)).toEqual([
    join(folder, 'a.txt'),
    join(folder, 'c.txt'),
  ]);
  expect(failed).toMatchObject([{ source: join(folder, 'b.txt'), code: 'not-found' }]);
});
