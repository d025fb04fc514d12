/** Encodings of one byte a letter that statistics take for another one. */
const alternatives = ['x-mac-cyrillic', 'ibm866', 'koi8-u', 'macintosh'] as const;

/** Two letters that stand side by side in no word, at least one of them beyond ASCII. */
const caseInside = /\p{Ll}(?=\p{Lu})/gu;
/** A sign inside a word; dashes, quotation marks and apostrophes do stand there. */
const signInside = /(?<=\p{L})[^\0-\x7F\p{L}\p{M}\p{N}\p{Pd}\p{Pi}\p{Pf}\s·…‚„](?=\p{L})/gu;
/** Controls, and the lines of boxes that other encodings have where one has letters. */
const noCharacter = /[\u0080-\u009F\u2500-\u25A0\uFFFD]/gu;
const twoScripts =
  /\p{Script=Latin}(?=[\p{Script=Cyrillic}\p{Script=Greek}])|[\p{Script=Cyrillic}\p{Script=Greek}](?=\p{Script=Latin})/gu;

const headLength = 16_384;
/** How many times as odd a reading must be as the one that is taken in its place. */
const clearly = 8;

const isAscii = (character: string): boolean => character < '\u0080';

/** How often a text has what no language writes: it was read in the wrong encoding. */
function oddities(text: string): number {
  let count = 0;
  for (const pattern of [signInside, noCharacter, twoScripts]) {
    count += text.match(pattern)?.length ?? 0;
  }
  for (const { index } of text.matchAll(caseInside)) {
    if (!isAscii(text.charAt(index)) || !isAscii(text.charAt(index + 1))) count += 1;
  }
  return count;
}

/**
 * The encoding, of those that are taken for `guess`, in which the bytes read clearly better; null
 * where `guess` reads well enough.
 */
export function betterThan(guess: string, bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, headLength);
  const oddIn = (label: string) => oddities(new TextDecoder(label).decode(head));
  const odd = oddIn(guess);
  if (odd === 0) return null;
  const found = alternatives
    .map((label) => ({ label, odd: oddIn(label) }))
    .reduce((best, other) => (other.odd < best.odd ? other : best));
  return found.odd * clearly < odd ? found.label : null;
}
