import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode.ts';
import { detectEncoding } from './detect.ts';
import { encoded } from './test-encode.ts';

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

const chinese =
  '董事会星期二决定推迟恢复航线。船员家属表示反对，市长说，谈判还要一个月。码头工人第二天举行了集会。\n'.repeat(
    6,
  );
const traditional =
  '董事會星期二決定延後恢復航線。船員家屬表示反對，市長說，談判還要一個月。碼頭工人第二天舉行了集會。\n'.repeat(
    6,
  );
const korean =
  '이사회는 화요일에 항로 재개를 미루기로 했다. 선원 가족들은 반대했고 시장은 협상이 한 달 더 걸린다고 말했다.\n'.repeat(
    6,
  );

function utf32(text: string, littleEndian: boolean): Uint8Array {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(points.length * 4));
  points.forEach((point, index) => view.setUint32(index * 4, point, littleEndian));
  return new Uint8Array(view.buffer);
}

const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};
const ebcdicSigns: Readonly<Record<string, number>> = {
  ' ': 0x40,
  '.': 0x4b,
  ',': 0x6b,
  '\n': 0x15,
};
const ebcdicRows = ['abcdefghi', 'jklmnopqr', ' stuvwxyz'];

/** A text as mainframes write it: letters in three rows of nine. */
const ebcdic = (text: string) =>
  Uint8Array.from(text, (character) => {
    const small = character.toLowerCase();
    const row = ebcdicRows.findIndex((letters) => letters.includes(small));
    const letter = row * 16 + (ebcdicRows[row]?.indexOf(small) ?? 0) + 1;
    return ebcdicSigns[character] ?? letter + (small === character ? 0x80 : 0xc0);
  });

describe('text encodings', () => {
  it.each([
    ['utf-8', Buffer.from(english), english],
    ['utf-8', Buffer.from(`\uFEFF${english}`), english],
    ['utf-16le', utf16(`\uFEFF${english}`, false), english],
    ['utf-16be', utf16(`\uFEFF${english}`, true), english],
    ['utf-16le', utf16(english, false), english],
    ['utf-16be', utf16(english, true), english],
    ['shift_jis', encoded(japanese, 'shift_jis'), japanese],
    ['euc-jp', encoded(japanese, 'euc-jp'), japanese],
    ['iso-2022-jp', encoded(japanese, 'iso-2022-jp'), japanese],
    ['utf-16le', utf16(japanese, false), japanese],
    ['utf-16be', utf16(chinese, true), chinese],
    ['utf-16le', utf16(korean, false), korean],
    ['utf-32le', utf32(`\uFEFF${english}`, true), english],
    ['utf-32be', utf32(japanese, false), japanese],
    ['windows-1252', germanBytes, german],
    ['euc-kr', encoded(korean, 'euc-kr'), korean],
    ['gb18030', encoded(chinese, 'gb18030'), chinese],
    ['big5', encoded(traditional, 'big5'), traditional],
  ])('%s', (encoding, bytes, text) => {
    expect(decodeText(bytes)).toEqual({ encoding, text, confidence: expect.any(Number) as number });
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

  it('says how sure it is', () => {
    expect(decodeText(Buffer.from(`\uFEFF${english}`))?.confidence).toBe(1);
    const short = decodeText(Uint8Array.from([0x4d, 0xfc, 0x64, 0x65]));
    expect(short?.confidence).toBeLessThan(0.9);
    expect(decodeText(germanBytes, 'windows-1252')?.confidence).toBeNull();
  });

  it('names the encodings it cannot read', () => {
    const korean7bit = Buffer.from('\u001B$)C\u000E0!\u000F plain words');
    expect(() => decodeText(korean7bit, undefined, 'old.txt')).toThrow(
      expect.objectContaining({
        code: 'unsupported-format',
        message: expect.stringMatching(/"old\.txt".*ISO-2022-KR/) as string,
      }),
    );
    const rows = Uint8Array.from({ length: 80 }, (_, index) =>
      index % 2 === 1 ? 0xa1 + ((index * 31) % 90) : 0xc4 + ((index * 7) % 24),
    );
    expect(() => decodeText(rows)).toThrow(/EUC-TW/);
    expect(() =>
      decodeText(ebcdic('The board met on Tuesday, and voted.\nNobody objected.')),
    ).toThrow(/EBCDIC/);
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

/** No decoder for these is built into Node; what is in the one for the Macintosh is no prose. */
const unknown = new Set(['IBM855', 'Johab', 'MacRoman']);

describe.skipIf(!there)('public samples (skipped where they are absent)', () => {
  it('are detected as their folder says, but for at most one', () => {
    const wrong: string[] = [];
    for (const name of readdirSync(folder).filter((name) => !unknown.has(name))) {
      const base = name.replace(
        /-(?:czech|hungarian|slovak|slovene|arabic|greek|turkish|croatian|polish|russian|hebrew)$/,
        '',
      );
      for (const file of readdirSync(join(folder, name))) {
        const got = detectEncoding(readFileSync(join(folder, name, file)))?.encoding ?? 'none';
        const wanted = /utf-?(?:16|32)$/i.test(base)
          ? `${base.toLowerCase()}be`
          : /^(?:euc-tw|utf-32..|iso-2022-kr)$/i.test(base)
            ? base.toLowerCase()
            : new TextDecoder(base === 'utf-8-sig' ? 'utf-8' : base).encoding;
        const plain = base === 'ascii' && got === 'utf-8';
        if (got !== wanted && !plain) wrong.push(`${name}/${file}: ${got}`);
      }
    }
    expect(wrong.length, wrong.join(', ')).toBeLessThanOrEqual(1);
  });
});
