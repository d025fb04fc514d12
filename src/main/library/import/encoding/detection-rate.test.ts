import { describe, expect, it } from 'vitest';
import { decodeText } from './decode.ts';
import { encoded } from './test-encode.ts';
import { samples } from './test-samples.ts';

/** Characters of several bytes are not cut: what is read is judged as a whole. */
const isCut = (encoding: string): boolean => /windows|iso-8859|koi8|ibm|mac/.test(encoding);

/** Pieces of a text of about that many bytes, one from each of its sentences on. */
function pieces(text: string, encoding: string, size: number): Uint8Array[] {
  const sentences = text.match(/[^.。?]+[.。?]\s*|[^.。?]+$/gu) ?? [];
  return sentences.map((_, first) => {
    let words = '';
    for (let at = first, length = 0; length < size; at += 1) {
      const sentence = sentences[at % sentences.length] ?? '';
      words += sentence;
      length += encoded(sentence, encoding).length;
    }
    const bytes = encoded(words, encoding);
    return isCut(encoding) ? bytes.subarray(0, size) : bytes;
  });
}

const all = Object.entries(samples).flatMap(([language, { text, encodings }]) =>
  encodings.map((encoding) => ({ language, text, encoding })),
);

/** How many of the pieces of such texts are read as they were written, of how many. */
function rate(texts: typeof all, size: number) {
  const wrong: string[] = [];
  let count = 0;
  for (const { language, text, encoding } of texts) {
    for (const bytes of pieces(text, encoding, size)) {
      count += 1;
      const wanted = new TextDecoder(encoding).decode(bytes);
      const got = decodeText(bytes);
      if (got?.text !== wanted) wrong.push(`${language} in ${encoding}: ${got?.encoding}`);
    }
  }
  return { share: 1 - wrong.length / count, count, wrong };
}

describe('encodings of texts in the languages that use them', () => {
  it.each([
    [100, 0.94],
    [300, 0.985],
    [2000, 0.99],
  ])('of %i bytes are told by their letters', (size, least) => {
    const { share, count, wrong } = rate(all, size);
    expect(count).toBeGreaterThan(350);
    expect(share, wrong.join('\n')).toBeGreaterThanOrEqual(least);
  });

  it.each([
    ['windows-874', 100],
    ['koi8-u', 100],
    ['ibm866', 100],
    ['x-mac-cyrillic', 300],
    ['macintosh', 300],
    ['shift_jis', 100],
    ['euc-jp', 100],
    ['euc-kr', 100],
    ['gb18030', 100],
    ['big5', 100],
  ])('%s is always told from %i bytes', (encoding, size) => {
    const texts = all.filter((text) => text.encoding === encoding);
    const { count, wrong } = rate(texts, size);
    expect(count).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});
