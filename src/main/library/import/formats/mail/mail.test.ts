import { Document, Packer, Paragraph } from 'docx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testLibrary } from '../../../test-library.ts';
import { parseInProcess } from '../../parse-in-process.ts';
import { parseFile } from '../../parse.ts';
import { onePagePdf } from '../pdf/one-page-pdf.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary(parseInProcess);
});
afterEach(() => library.dispose());

const part = (type: string, content: Uint8Array | string, more = '') =>
  `--b\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n${more}\r\n${Buffer.from(content).toString('base64')}\r\n`;
const named = (name: string) => `Content-Disposition: attachment; filename="${name}"\r\n`;
const message = (...parts: readonly string[]) =>
  Buffer.from(
    `From: Ada Lund <ada@courier.example>\r\nSubject: Fwd: RE: Cuttings\r\nDate: Wed, 11 Mar 2026 10:00:00 +0900\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts.join('')}--b--\r\n`,
  );

async function importMail(bytes: Uint8Array) {
  const base64 = Buffer.from(bytes).toString('base64');
  return library.call('import.run', { sources: [{ name: 'cuttings.eml', base64 }] });
}

describe('attachments', () => {
  it('are articles of their own, with their own originals; pictures and the like are passed over', async () => {
    const docx = await Packer.toBuffer(
      new Document({ sections: [{ children: [new Paragraph('The bridge closes on Friday.')] }] }),
    );
    const forwarded =
      'From: Per <p@x.example>\r\nSubject: Granite\r\nDate: Thu, 12 Mar 2026 08:00:00 +0000\r\nMIME-Version: 1.0\r\n\r\nGranite prices fall, he wrote.\r\n';
    const { imported, failed } = await importMail(
      message(
        part('text/plain; charset=utf-8', 'Three cuttings for the file.'),
        part('application/octet-stream', docx, named('bridge.docx')),
        part(
          'application/pdf',
          onePagePdf([['The ferry sails again in May.', 700]]),
          named('ferry.pdf'),
        ),
        part('text/html; charset=utf-8', '<p>The quay is new, they said.</p>', named('quay.html')),
        part('image/png', 'PNG', named('logo.png')),
        part('text/calendar', 'BEGIN:VCALENDAR', named('invite.ics')),
        part('application/zip', 'not a zip', named('broken.zip')),
        `--b\r\nContent-Type: message/rfc822\r\n\r\n${forwarded}\r\n`,
      ),
    );
    expect(imported.map(({ source, title }) => [source, title])).toEqual([
      ['cuttings.eml', 'Cuttings'],
      ['cuttings.eml/bridge.docx', 'The bridge closes on Friday.'],
      ['cuttings.eml/ferry.pdf', 'The ferry sails again in May.'],
      ['cuttings.eml/quay.html', 'The quay is new, they said.'],
      [expect.stringMatching(/^cuttings\.eml\/attachment \d+\.eml$/), 'Granite'],
    ]);
    expect(failed).toMatchObject([{ source: 'cuttings.eml/broken.zip', code: 'damaged-file' }]);
    const original = await library.call('articles.original', { id: imported[1]?.articleId ?? '' });
    expect(Buffer.from(original.base64, 'base64').equals(docx)).toBe(true);
  });

  it('of a message without words are all there is of it', async () => {
    const { imported, failed } = await importMail(
      message(part('text/plain', 'The quay is new.', named('quay.txt'))),
    );
    expect(imported.map(({ source }) => source)).toEqual(['cuttings.eml/quay.txt']);
    expect(failed).toEqual([]);
  });

  it('with hostile names stay names', async () => {
    const { imported } = await importMail(
      message(part('text/plain', 'A text of its own.', named('../../etc/passwd.txt'))),
    );
    expect(imported.map(({ source }) => source)).toEqual(['cuttings.eml/../../etc/passwd.txt']);
  });
});

const bodyOf = async (bytes: Uint8Array) => {
  const { articles } = await parseFile({ name: 'a.eml', bytes });
  const { text, hidden } = articles[0] ?? { text: '', hidden: [] };
  return { text, hidden: hidden.map(({ start, end, reason }) => [reason, text.slice(start, end)]) };
};

it('hides signatures, notices and the envelope of what was forwarded', async () => {
  const lines = [
    'Please read this.',
    '---------- Forwarded message ----------',
    'From: Per <p@x.example>',
    'Subject: Granite',
    '',
    'Granite prices fall, he wrote. From: where nobody knows.',
    '',
    'Sent from my telephone',
    '',
    '-- ',
    'Ada Lund',
    'The Courier',
  ];
  const { hidden, text } = await bodyOf(
    Buffer.from(
      `From: Ada <a@x.example>\r\nSubject: S\r\nDate: x\r\nMIME-Version: 1.0\r\n\r\n${lines.join('\r\n')}`,
    ),
  );
  expect(hidden).toEqual([
    ['metadata', '---------- Forwarded message ----------'],
    ['metadata', 'From: Per <p@x.example>'],
    ['metadata', 'Subject: Granite'],
    ['footer', 'Sent from my telephone'],
    ['footer', '--'],
    ['footer', 'Ada Lund'],
    ['footer', 'The Courier'],
  ]);
  expect(text).toContain('Please read this.');
});

it('hides the envelope that a mail program puts above a forwarded message without a line before it', async () => {
  const { hidden } = await bodyOf(
    Buffer.from(
      'From: Ada <a@x.example>\r\nSubject: S\r\nDate: x\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nVon: Per Berg\r\nGesendet: Freitag\r\nBetreff: Granit\r\n\r\nDie Preise fallen, schrieb er.\r\n\r\nDatum: unbekannt.\r\n',
    ),
  );
  expect(hidden).toEqual([
    ['metadata', 'Von: Per Berg'],
    ['metadata', 'Gesendet: Freitag'],
    ['metadata', 'Betreff: Granit'],
  ]);
});

describe('a charset', () => {
  const german =
    'Die Behörde erklärte am Dienstag, die Fähre könne frühestens im März wieder fahren. Über die Gründe wurde nicht gesprochen.';
  const latin = Buffer.from(german, 'latin1');
  const head = 'From: Ada <a@x.example>\r\nSubject: S\r\nDate: x\r\nMIME-Version: 1.0\r\n';

  it.each([
    [
      'that is wrong',
      'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n',
    ],
    [
      'that is wrong, over two lines',
      'Content-Type: text/plain;\r\n\tformat=flowed; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n',
    ],
    ['that is missing', ''],
    [
      'there is none of that name',
      'Content-Type: text/plain; charset=x-unheard-of\r\nContent-Transfer-Encoding: 8bit\r\n',
    ],
  ])('%s is found from the bytes', async (_how, type) => {
    const { text } = await bodyOf(Buffer.concat([Buffer.from(`${head}${type}\r\n`), latin]));
    expect(text).toBe(german);
  });
});

it('refuses a message of a hundred thousand parts by name', async () => {
  const many = message(...Array.from({ length: 100_000 }, () => '--b\r\n\r\nx\r\n'));
  await expect(bodyOf(many)).rejects.toMatchObject({ code: 'file-too-large' });
});
