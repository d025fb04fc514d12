import { expect, it } from 'vitest';
import { fragmentsOf, leftFirst } from './fragments.ts';
import { asWritten } from './letters.ts';
import { pdfWithoutFont } from './one-page-pdf.ts';
import { uprightPieces, type PdfPiece } from './pieces.ts';
import { readPdf } from './test-read-pdf.ts';

const words = '首相は四日、島の港で記者団に述べた。';
const utf16 = Buffer.from(words, 'utf16le').swap16().toString('hex');

it('reads East Asian text in fonts that the file names and does not bring along', async () => {
  const across = await readPdf(pdfWithoutFont('UniJIS-UTF16-H', utf16));
  expect(across.shown.map(([, text]) => text)).toEqual([words]);
  const down = await readPdf(pdfWithoutFont('UniJIS-UTF16-V', utf16));
  expect(down.shown.map(([, text]) => text)).toEqual([words]);
});

it('gives letters for the shapes that fonts draw', () => {
  expect(asWritten('⽕曜⽇の⻑い船︑')).toBe('火曜日の長い船、');
  expect(asWritten('ﻞﻤﺠﻟا')).toBe('لمجلا');
  expect(asWritten('e\u001Ecient \u001Cnal o\u001Ber')).toBe('efficient final offer');
  expect(asWritten('Naïve Ångström, 12 °C…')).toBe('Naïve Ångström, 12 °C…');
});

/** Pieces that stand one after the other in the file, each from its left edge. */
const piece = (str: string, x: number, y: number, width = str.length * 6): PdfPiece => ({
  str,
  dir: 'ltr',
  transform: [12, 0, 0, 12, x, y],
  width,
  height: 12,
  hasEOL: false,
});

it('reads right to left what is written so, numbers and names in it from left to right', () => {
  // A program that writes a line from its left end, brackets as they are drawn.
  const line = ['2026', ' ', '«', 'أحد', '»', ' ', 'Mara', ' ', 'Berg', ' ', 'القبطان', ' ', 'قال'];
  let x = 100;
  const pieces = line.map((text) => {
    const at = piece(text, x, 500);
    x += text.length * 6;
    return at;
  });
  const [only] = fragmentsOf(uprightPieces(pieces).main);
  expect(only?.text).toBe('قال القبطان Mara Berg «أحد» 2026');
});

it('reads the right one of two columns first on a page that is read from right to left', () => {
  const page = leftFirst(
    fragmentsOf(uprightPieces([piece('يسار', 72, 500), piece('يمين', 330, 500)]).main),
  );
  expect(page.toSorted((a, b) => a.x - b.x).map(({ text }) => text)).toEqual(['يمين', 'يسار']);
});

it('reads letters placed one by one below each other as lines that run down', () => {
  const columns = ['島の港で首相は述べた', '記者団に四日の朝早く', '船は残ると言った。'];
  const pieces = columns.flatMap((column, index) =>
    Array.from(column, (letter, at) => piece(letter, 500 - index * 20, 700 - at * 12, 12)),
  );
  const fragments = fragmentsOf(uprightPieces(pieces).main);
  expect(fragments.toSorted((a, b) => b.y - a.y).map(({ text }) => text)).toEqual(columns);
});
