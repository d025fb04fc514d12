import encodingJapanese from 'encoding-japanese';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode.ts';
import { detectEncoding } from './detect.ts';

const english =
  'The board met on Tuesday.\nIt “voted” — twice — on the crossing, said Zoë.\n'.repeat(8);
const german =
  'Die Behörde erklärte am Dienstag, die Fähre könne frühestens im März wieder fahren. „Über die Gründe wurde nicht gesprochen“, hieß es. Der Kapitän äußerte sich zunächst nicht, die Verhandlungen dauern an.\n';
const germanBytes = Uint8Array.from(
  german,
  (character) => ({ '„': 0x84, '“': 0x93 })[character] ?? character.charCodeAt(0),
);
const japanese =
  '理事会は火曜日、航路の再開を先送りすることを決めた。乗組員の家族は反対している。\n'.repeat(8);

const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};
const toJapanese = (text: string, to: 'SJIS' | 'EUCJP' | 'JIS') =>
  Uint8Array.from(
    encodingJapanese.convert(encodingJapanese.stringToCode(text), { to, from: 'UNICODE' }),
  );

describe('text encodings', () => {
  it.each([
    ['utf-8', Buffer.from(english), english],
    ['utf-8', Buffer.from(`\uFEFF${english}`), english],
    ['utf-16le', utf16(`\uFEFF${english}`, false), english],
    ['utf-16be', utf16(`\uFEFF${english}`, true), english],
    ['utf-16le', utf16(english, false), english],
    ['utf-16be', utf16(english, true), english],
    ['shift_jis', toJapanese(japanese, 'SJIS'), japanese],
    ['euc-jp', toJapanese(japanese, 'EUCJP'), japanese],
    ['iso-2022-jp', toJapanese(japanese, 'JIS'), japanese],
    ['windows-1252', germanBytes, german],
  ])('%s', (encoding, bytes, text) => {
    expect(decodeText(bytes)).toEqual({ encoding, text });
  });

  it('takes a page at its word where the bytes are not UTF-8', () => {
    const page = Buffer.concat([
      Buffer.from('<html><head><meta charset="windows-1251"></head><p>'),
      Buffer.from([0xd1, 0xee, 0xe2, 0xe5, 0xf2]),
    ]);
    expect(decodeText(page)?.encoding).toBe('windows-1251');
    expect(decodeText(page)?.text).toContain('Совет');
  });

  it('takes the encoding a person names, and refuses one there is not', () => {
    const bytes = Uint8Array.from([0xd1, 0xee, 0xe2, 0xe5, 0xf2]);
    expect(decodeText(bytes, 'windows-1251')?.text).toBe('Совет');
    expect(() => decodeText(bytes, 'klingon')).toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    );
  });

  it('knows bytes that are no text', () => {
    expect(
      decodeText(Uint8Array.from({ length: 400 }, (_, index) => (index * 37) % 256)),
    ).toBeNull();
  });
});

const folder = resolve(import.meta.dirname, '../../../../../../shared/data/documents/encodings');
const there = existsSync(folder);
if (!there) console.warn(`SKIPPED: the public encoding samples are not at ${folder}`);

/** No decoder for these is built into Node. */
const unknown = new Set([
  'EUC-TW',
  'IBM855',
  'Johab',
  'iso-2022-kr',
  'MacRoman',
  'UTF-32',
  'UTF-32BE',
  'UTF-32LE',
]);

describe.skipIf(!there)('public samples (skipped where they are absent)', () => {
  it('are detected as their folder says, but for at most three', () => {
    const wrong: string[] = [];
    for (const name of readdirSync(folder).filter((name) => !unknown.has(name))) {
      const base = name.replace(
        /-(?:czech|hungarian|slovak|slovene|arabic|greek|turkish|croatian|polish|russian|hebrew)$/,
        '',
      );
      for (const file of readdirSync(join(folder, name))) {
        const got = detectEncoding(readFileSync(join(folder, name, file))) ?? 'none';
        const wanted = /utf-?16$/i.test(base)
          ? 'utf-16be'
          : new TextDecoder(base === 'utf-8-sig' ? 'utf-8' : base).encoding;
        const plain = base === 'ascii' && got === 'utf-8';
        if (got !== wanted && !plain) wrong.push(`${name}/${file}: ${got}`);
      }
    }
    expect(wrong.length, wrong.join(', ')).toBeLessThanOrEqual(3);
  });
});
