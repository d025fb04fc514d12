import { expect, it } from 'vitest';
import { parseFile } from '../../parse.ts';

const head = 'From: Ada Lund <ada@x.example>\r\nSubject: Ferry\r\nMIME-Version: 1.0\r\n';
const message = (...lines: readonly string[]) => Buffer.from(head + lines.join('\r\n'));

async function read(bytes: Uint8Array, name = 'a.eml') {
  const { articles, files } = await parseFile({ name, bytes });
  const { text, hidden } = articles[0] ?? { text: '', hidden: [] };
  const gone = hidden.map(({ start, end, reason }) => [reason, text.slice(start, end)] as const);
  const shown = hidden.reduceRight(
    (left, { start, end }) => left.slice(0, start) + left.slice(end),
    text,
  );
  return { shown: shown.trim(), gone, text, files };
}

const cipher = [
  '-----BEGIN PGP MESSAGE-----',
  'Version: Seal 1',
  '',
  'hQEMA5vG0nS1WQ5cAQf/Wm9wZm9vYmFy',
  'c2VhbGVkIHdvcmRzIG9mIG5vYm9keQ==',
  '=aB3d',
  '-----END PGP MESSAGE-----',
];
const signature = [
  '-----BEGIN PGP SIGNATURE-----',
  '',
  'iQEzBAEBCAAdFiEEc2lnbmF0dXJl',
  '=Zz9y',
  '-----END PGP SIGNATURE-----',
];
const signed = (...words: readonly string[]) => [
  '-----BEGIN PGP SIGNED MESSAGE-----',
  'Hash: SHA256',
  '',
  ...words,
  ...signature,
];
const plain = 'Content-Type: text/plain; charset=utf-8';

const isEncrypted = (name: string) => ({
  code: 'encrypted-file',
  message: expect.stringMatching(new RegExp(`"${name}" is an encrypted message`)) as string,
});

it('says of a message in ciphertext that it is encrypted', async () => {
  const inline = message(plain, '', ...cipher);
  await expect(parseFile({ name: 'a.eml', bytes: inline })).rejects.toMatchObject(
    isEncrypted('a.eml'),
  );
  const markup = `<html><body><pre>${cipher.join('\n')}</pre></body></html>`;
  const html = message('Content-Type: text/html; charset=utf-8', '', markup);
  await expect(parseFile({ name: 'a.eml', bytes: html })).rejects.toMatchObject(
    isEncrypted('a.eml'),
  );
  const file = Buffer.from(cipher.join('\n'));
  await expect(parseFile({ name: 'a.asc', bytes: file })).rejects.toMatchObject(
    isEncrypted('a.asc'),
  );
});

it('shows the words around ciphertext without it', async () => {
  const { shown, gone } = await read(
    message(plain, '', 'Read this first.', '', ...cipher, '', 'Ada'),
  );
  expect(shown).toMatch(/^Read this first\.\s+Ada$/);
  expect(gone.every(([reason]) => reason === 'metadata')).toBe(true);
  expect(gone.map(([, words]) => words).join(' ')).toMatch(/^-----BEGIN.*END PGP MESSAGE-----$/s);
});

/** A value in ASN.1's DER, or with `isOpen` in BER without its length. */
const der = (tag: number, content: Uint8Array, isOpen = false): Buffer => {
  if (isOpen) return Buffer.concat([Buffer.from([tag, 0x80]), content, Buffer.alloc(2)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const digits = length.subarray(length.findIndex((byte) => byte !== 0));
  const size = content.length < 0x80 ? [content.length] : [0x80 + digits.length, ...digits];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};
const kind = (last: number) =>
  der(0x06, Buffer.from([0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, last]));
const version = der(0x02, Buffer.from([1]));

/** A message in one piece with a signature, whose own bytes are of no account here. */
function sealed(words: Uint8Array, isOpen: boolean): Buffer {
  const text = isOpen
    ? der(
        0x24,
        Buffer.concat([der(0x04, words.subarray(0, 20)), der(0x04, words.subarray(20))]),
        true,
      )
    : der(0x04, words);
  const data = der(0x30, Buffer.concat([kind(1), der(0xa0, text, isOpen)]), isOpen);
  const all = Buffer.concat([
    version,
    der(0x31, Buffer.alloc(0)),
    data,
    der(0x31, Buffer.alloc(8, 4)),
  ]);
  return der(0x30, Buffer.concat([kind(2), der(0xa0, der(0x30, all, isOpen), isOpen)]), isOpen);
}
const enveloped = der(
  0x30,
  Buffer.concat([kind(3), der(0xa0, der(0x30, Buffer.concat([version, Buffer.alloc(300, 0x9c)])))]),
);
const inOnePiece = (bytes: Uint8Array) =>
  message(
    'Content-Type: application/pkcs7-mime; name="smime.p7m"',
    'Content-Disposition: attachment; filename="smime.p7m"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(bytes).toString('base64'),
  );

it.each([
  [
    'OpenPGP',
    message(
      'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b',
      '',
      '--b',
      'Content-Type: application/pgp-encrypted',
      '',
      'Version: 1',
      '',
      '--b',
      'Content-Type: application/octet-stream; name="encrypted.asc"',
      '',
      ...cipher,
      '--b--',
    ),
  ],
  ['S/MIME', inOnePiece(enveloped)],
])('hands on what %s encrypted, which is refused as that', async (_how, bytes) => {
  const { files, text } = await read(bytes);
  expect(text).toBe('');
  expect(files).toHaveLength(1);
  const [{ name, bytes: inner } = { name: '', bytes: new Uint8Array() }] = files;
  await expect(parseFile({ name, bytes: inner })).rejects.toMatchObject(isEncrypted(name));
});

it('reads what is signed without its armour', async () => {
  const words = [
    'The ferry sails again in May.',
    '',
    '- -- From the desk',
    '- - one point',
    'Done.',
  ];
  const inline = await read(message(plain, '', ...signed(...words)));
  expect(inline.shown).toMatch(
    /^The ferry sails again in May\.\s+-- From the desk\n- one point\nDone\.$/,
  );
  expect(inline.gone.every(([reason]) => reason === 'metadata')).toBe(true);
  const file = await read(Buffer.from(signed(...words).join('\n')), 'a.txt');
  expect(file.shown).toBe(inline.shown);
  const apart = await read(
    message(
      'Content-Type: multipart/signed; protocol="application/pgp-signature"; boundary=b',
      '',
      '--b',
      plain,
      '',
      'The ferry sails.',
      '--b',
      'Content-Type: application/pgp-signature; name="signature.asc"',
      '',
      ...signature,
      '--b--',
    ),
  );
  expect(apart).toMatchObject({ text: 'The ferry sails.', files: [] });
});

it.each([false, true])(
  'reads what lies in one piece with its signature (in parts: %s)',
  async (isOpen) => {
    const entity = `${plain}\r\n\r\nThe ferry sails again in May, the board of Estholm said.`;
    const { text, files } = await read(inOnePiece(sealed(Buffer.from(entity), isOpen)));
    expect(text).toBe('The ferry sails again in May, the board of Estholm said.');
    expect(files).toEqual([]);
    const cut = sealed(Buffer.from(entity), isOpen).subarray(0, 60);
    expect((await read(inOnePiece(cut))).text).toBe('');
  },
);

it('takes armour without an end, and a thousand beginnings, for what they are', async () => {
  const begun = await read(message(plain, '', 'Read this.', '', ...cipher.slice(0, 5)));
  expect(begun.shown).toBe('Read this.');
  const quoted = Buffer.from(`Look:\n\n${'> -----BEGIN PGP MESSAGE-----\n'.repeat(1000)}`);
  const { gone } = await read(quoted, 'a.txt');
  expect(gone.filter(([reason]) => reason === 'metadata')).toEqual([]);
});
