import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { strToU8, zipSync } from 'fflate';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createParserPool } from '../../../worker/parser-pool.ts';
import { parseFile } from '../parse.ts';
import { onePagePdf } from './pdf/one-page-pdf.ts';
import { withLayers } from '../test-layers.ts';

async function read(name: string, bytes: Uint8Array) {
  const { format, articles } = await parseFile({ name, bytes });
  const [article] = articles.map(withLayers);
  if (article === undefined) throw new Error('No article.');
  const { text, blocks, marks, hidden, proposals } = article;
  const values = Object.fromEntries(
    proposals.filter(({ certain }) => certain).map(({ field, value }) => [field, value]),
  );
  return {
    format,
    values,
    text,
    hidden: hidden.map(({ start, end }) => text.slice(start, end)),
    blocks: blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)]),
    marks: marks.map(({ kind, label, start, end }) => [kind, label, text.slice(start, end)]),
  };
}

const refused = (name: string, bytes: Uint8Array, code: string) =>
  expect(parseFile({ name, bytes })).rejects.toMatchObject({
    code,
    message: expect.stringContaining(name) as string,
  });

describe('Word documents', () => {
  it('become headings, paragraphs, table rows and marks', async () => {
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
    const document = new Document({
      title: 'Template',
      sections: [
        {
          children: [
            new Paragraph({ text: 'Ferry vote', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({
              children: [new TextRun('They '), new TextRun({ text: 'voted', bold: true })],
            }),
            new Table({ rows: [new TableRow({ children: [cell('Year'), cell('2026')] })] }),
          ],
        },
      ],
    });
    const got = await read('vote.docx', await Packer.toBuffer(document));
    expect(got).toMatchObject({ format: 'docx', values: { title: 'Ferry vote' } });
    expect(got.blocks).toEqual([
      ['heading', 'Ferry vote'],
      ['paragraph', 'They voted'],
      ['table-row', 'Year\t2026'],
    ]);
    expect(got.marks).toEqual([['strong', undefined, 'voted']]);
  });

  it('are refused by name when damaged, cut or swollen', async () => {
    await refused(
      'cut.docx',
      zipSync({ 'word/document.xml': strToU8('<w:document') }),
      'damaged-file',
    );
    await refused(
      'stub.docx',
      Buffer.from('PK\u0003\u0004 word/ and nothing more'),
      'damaged-file',
    );
    const bomb = Buffer.from(zipSync({ 'word/document.xml': strToU8('x'.repeat(5000)) }));
    bomb.writeUInt32LE(200 * 1024 * 1024, bomb.indexOf('PK\u0001\u0002') + 24);
    await refused('bomb.docx', bomb, 'file-too-large');
  });
});

describe('PDF', () => {
  it('joins lines and hyphens to paragraphs and marks pages', async () => {
    const got = await read(
      'a.pdf',
      onePagePdf([
        ['The harbour board of Estholm voted on the cros-', 700],
        ['sing on Tuesday, after two days of talks with the', 686],
        ['owners.', 672],
        ['A second paragraph follows after a wider gap.', 630],
      ]),
    );
    expect(got.format).toBe('pdf');
    expect(got.blocks).toEqual([
      [
        'paragraph',
        'The harbour board of Estholm voted on the crossing on Tuesday, after two days of talks with the owners.',
      ],
      ['paragraph', 'A second paragraph follows after a wider gap.'],
    ]);
    expect(got.marks).toEqual([['page', '1', got.text]]);
  });

  it('is refused by name when it has no text or is damaged', async () => {
    await refused('scan.pdf', onePagePdf([]), 'no-text');
    await refused('cut.pdf', Buffer.from('%PDF-1.7\n1 0 obj <<'), 'damaged-file');
  });
});

describe('messages', () => {
  it('give subject, date, body, and the sender as a proposal only', async () => {
    const got = await read(
      'letter.eml',
      Buffer.from(
        'From: Ada Lund <ada@courier.example>\r\nSubject: =?utf-8?B?RsOkaHJl?=\r\nDate: Wed, 11 Mar 2026 10:00:00 +0900\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nplain\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>The <b>board</b> voted.</p><img src="http://tracker.example/x.gif"><script>bad()</script>\r\n--b--\r\n',
      ),
    );
    expect(got).toMatchObject({
      format: 'eml',
      text: 'The board voted.',
      values: { title: 'Fähre', issued: '2026-03-11' },
    });
    expect(got.values).not.toHaveProperty('author');
  });

  it('give the page and its address where a browser saved one', async () => {
    const got = await read(
      'page.mhtml',
      Buffer.from(
        'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://courier.example/ferry\r\nSubject: Ferry\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><title>Ferry</title><body><p>Caf=C3=A9 by the quay.</p></body></html>\r\n--b--\r\n',
      ),
    );
    expect(got).toMatchObject({
      format: 'mhtml',
      text: 'Café by the quay.',
      values: { URL: 'https://courier.example/ferry' },
    });
  });

  it('are not what a text with a colon in its first line is', async () => {
    const got = await read('note.txt', Buffer.from('From: the desk\nA note.\n'));
    expect(got.format).not.toBe('mhtml');
    const prose = await read('b.txt', Buffer.from('Minutes: none\nMore: words here.'));
    expect(prose.format).toBe('text');
  });
});

const folder = resolve(import.meta.dirname, '../../../../../../shared/data/documents');
const there = existsSync(folder);
if (!there) console.warn(`SKIPPED: the public document set is not at ${folder}`);

describe.skipIf(!there)('the public document set (skipped where it is absent)', () => {
  it('is read or refused by name, in the pool', async () => {
    const pool = createParserPool(new URL('../../../parser-worker.ts', import.meta.url));
    const codes = new Set([
      'no-text',
      'damaged-file',
      'encrypted-file',
      'empty-file',
      'unsupported-format',
    ]);
    let read = 0;
    const problems: string[] = [];
    for (const kind of ['docx', 'pdf', 'eml', 'mhtml', 'epub', 'rtf']) {
      for (const file of readdirSync(join(folder, kind))) {
        try {
          const bytes = readFileSync(join(folder, kind, file));
          const { format } = await pool.parse({ name: file, bytes });
          if (format === kind) read += 1;
        } catch (error) {
          const code = (error as { code?: string }).code ?? String(error);
          if (!codes.has(code)) problems.push(`${file}: ${code}`);
        }
      }
    }
    await pool.close();
    expect(problems).toEqual([]);
    expect(read).toBeGreaterThan(75);
  }, 120_000);
});
