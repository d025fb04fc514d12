import { foldString } from '../fold.ts';

const folded = new Map<string, string>();
const capacity = 50_000;
/** Letters that Persian and Urdu keyboards have another of than Arabic ones. */
const arabicLetters: Readonly<Record<string, string>> = { ی: 'ي', ک: 'ك', ہ: 'ه', ۀ: 'ه' };
const unspoken = /['`.ʼʹ-]/gu;

/**
 * A word of a name without case, accents, width, dots and apostrophes: what two spellings of one
 * name share.
 */
export function foldWord(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  if (folded.size >= capacity) folded.clear();
  const result = foldString(word)
    .replaceAll(unspoken, '')
    .replaceAll(/[یکہۀ]/gu, (letter) => arabicLetters[letter] ?? letter);
  folded.set(word, result);
  return result;
}
