import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testLibrary } from '../../../test-library.ts';
import { parseInProcess } from '../../parse-in-process.ts';
import { parseFile } from '../../parse.ts';
import { mbox } from './mbox.ts';

let library: ReturnType<typeof testLibrary>;
beforeEach(() => {
  library = testLibrary(parseInProcess);
});
afterEach(() => library.dispose());

const line = 'From ada@courier.example Wed Mar 11 10:00:00 2026';
const message = (subject: string, body: string, more = '') =>
  `${line}\nFrom: Ada Lund <ada@courier.example>\nSubject: ${subject}\nDate: Wed, 11 Mar 2026 10:00:00 +0900\n${more}\n${body}\n`;

const importBox = (name: string, text: string) =>
  library.call('import.run', {
    sources: [{ name, base64: Buffer.from(text, 'latin1').toString('base64') }],
  });

const attached = [
  '--b\nContent-Type: text/plain\n\nSee the cutting.\n',
  '--b\nContent-Type: text/html\nContent-Disposition: attachment; filename="quay.html"\n\n<p>The quay is new, they said.</p>\n--b--',
].join('');

describe('a mailbox', () => {
  it('is split into its messages, each with its attachments, whatever it is called', async () => {
    const box = [
      message('Ferry', 'The ferry sails again in May.\n\n>From the quay it looked small.'),
      message('Gone', 'This was deleted.', 'X-Mozilla-Status: 0009\n'),
      message(
        'Cuttings',
        attached,
        'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n',
      ),
      message('Coffee', 'Prix du caf\xe9 : les \xeeles paient plus cher que la c\xf4te, dit-on.'),
    ].join('\n');
    for (const [name, text] of [
      ['Inbox', box],
      ['box.mbox', box.replaceAll('\n', '\r\n')],
    ] as const) {
      const { imported, failed } = await importBox(name, text);
      expect(failed).toEqual([]);
      if (name !== 'Inbox') continue;
      expect(imported.map(({ source, title }) => [source, title])).toEqual([
        ['Inbox/message 1.eml', 'Ferry'],
        ['Inbox/message 3.eml', 'Cuttings'],
        ['Inbox/message 3.eml/quay.html', 'The quay is new, they said.'],
        ['Inbox/message 4.eml', 'Coffee'],
      ]);
      const [first, , , last] = await Promise.all(
        imported.map(({ articleId }) => library.call('articles.get', { id: articleId })),
      );
      expect(first?.text).toBe('The ferry sails again in May.\n\nFrom the quay it looked small.');
      expect(first?.issued).toBe('2026-03-11');
      expect(last?.text).toContain('caf\xe9');
    }
  });

  it('ends a message only where another begins', async () => {
    const body =
      'From 10:30 on Friday, 2026 or not, they wait.\nNobody came.\n\nFrom here on: silence.';
    const { files } = await parseFile({
      name: 'a.mbox',
      bytes: Buffer.from(message('Ferry', body) + message('Quay', 'New.')),
    });
    expect(files.map(({ name }) => name)).toEqual(['message 1.eml', 'message 2.eml']);
    expect(Buffer.from(files[0]?.bytes ?? []).toString()).toContain('silence.');
  });

  it('is refused by name where it holds too many messages or only deleted ones', async () => {
    const many = message('Ferry', 'Again.').repeat(10_001);
    const of = (text: string) => parseFile({ name: 'a.mbox', bytes: Buffer.from(text) });
    await expect(of(many)).rejects.toMatchObject({
      code: 'file-too-large',
      message: expect.stringContaining('a.mbox') as string,
    });
    await expect(of(message('Gone', 'Away.', 'X-Mozilla-Status: 0008\n'))).rejects.toMatchObject({
      code: 'no-articles',
    });
  });

  it('is no letter that begins with the word, and a single message stays one', async () => {
    const letter = 'From Estholm, 10:30, 4 March 2026\n\nThe quay is new.';
    expect((await parseFile({ name: 'a.txt', bytes: Buffer.from(letter) })).format).toBe('text');
    const one = Buffer.from(message('Ferry', 'Again.'));
    expect((await parseFile({ name: 'a.eml', bytes: one })).format).toBe('eml');
  });

  it('is told at once from a line of times that goes on for ever', () => {
    const text = `From ${'12:34 2026 '.repeat(50_000)}\n\nSubject: none\n`;
    // A pattern that tries each of the times with each of the years would still be at it tomorrow.
    expect(mbox.matches({ text, extension: '', head: Buffer.from(text) })).toBe(false);
  });
});
