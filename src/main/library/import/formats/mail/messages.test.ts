import { expect, it } from 'vitest';
import { parseFile } from '../../parse.ts';
import { withoutMojibake } from './mojibake.ts';
import { withLayers } from '../../test-layers.ts';

async function read(head: string, body: Uint8Array | string) {
  const bytes = Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), Buffer.from(body)]);
  const { articles } = await parseFile({ name: 'a.eml', bytes });
  const [article] = articles.map(withLayers);
  if (article === undefined) throw new Error('No article.');
  const { text, blocks, hidden, proposals } = article;
  const isHidden = (start: number, end: number) =>
    hidden.some((range) => range.start <= start && range.end >= end);
  return {
    text,
    shown: blocks
      .filter(({ start, end }) => !isHidden(start, end))
      .map(({ start, end }) => text.slice(start, end)),
    said: proposals
      .filter(({ evidence }) => evidence.rule === 'mail-header')
      .map(({ field, value, certain }) => [field, value, certain]),
  };
}

const head = (subject: string, type = 'text/plain; charset=utf-8') =>
  `From: Ed Berg <ed@courier.example>\r\nSubject: ${subject}\r\nDate: Thu, 5 Mar 2026 09:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: ${type}`;

const article =
  'The harbour board of Selby voted on Tuesday to keep the ferry, after two days of talks.';

it('keeps what was forwarded below a signature, and reads who wrote it when', async () => {
  const { shown, said } = await read(
    head('Fwd: Ferry stays'),
    `See below.\n\n-- \nEd\nCourier\n\n---------- Forwarded message ---------\nFrom: Mara Lind <mara@courier.example>\nDate: Wed, 4 Mar 2026 at 10:00\nSubject: Ferry stays\nTo: Ed\n\n${article}\n\nOn Tue, 3 Mar 2026 at 08:00, Per <per@x.example> wrote:\n> Will it stay?\n\n-- \nMara Lind\n`,
  );
  expect(shown).toEqual([
    'See below.',
    article,
    'On Tue, 3 Mar 2026 at 08:00, Per <per@x.example> wrote:',
    '> Will it stay?',
  ]);
  expect(said).toEqual([
    ['issued', '2026-03-04', true],
    ['author', 'Mara Lind', false],
    ['title', 'Ferry stays', true],
    ['author', 'Ed Berg', false],
    ['issued', '2026-03-05', false],
  ]);
});

it('keeps the message that is answered below a signature', async () => {
  const { shown, said } = await read(
    head('RE: Ferry stays'),
    `Thank you.\n\n--\nEd\n\nMara Lind wrote:\n> ${article}\n`,
  );
  expect(shown).toEqual(['Thank you.', 'Mara Lind wrote:', `> ${article}`]);
  expect(said).toContainEqual(['issued', '2026-03-05', true]);
});

it('reads UTF-8 that a message calls something else, and a subject in bare bytes', async () => {
  const quoted = Buffer.from('Zürich, 港で述べた。').toString('hex').replaceAll(/../g, '=$&');
  const { text } = await read(
    `${head('A', 'text/plain; charset=iso-8859-1')}\r\nContent-Transfer-Encoding: quoted-printable`,
    quoted,
  );
  expect(text).toBe('Zürich, 港で述べた。');
  const { said } = await read(head('Caf\xe9 daily'), article);
  expect(said).toContainEqual(['title', 'Café daily', true]);
});

it.each(['Ã la carte', 'Zürich', 'naïve “quotes”', 'São Paulo', '港', 'plain'])(
  'leaves %s as it is',
  (text) => {
    expect(withoutMojibake(text)).toBe(text);
  },
);
