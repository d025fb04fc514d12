const marks = String.raw`[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]`;
const consonant = String.raw`[\u0E01-\u0E2E]`;

/** A vowel that is written before its consonant and has none, a mark that stands on nothing. */
const broken = new RegExp(
  String.raw`[\u0E40-\u0E44](?!${consonant})|(?<!${consonant}|${marks})${marks}|\uFFFD`,
  'gu',
);
const written = new RegExp(String.raw`[\u0E40-\u0E44]|${marks}`, 'gu');
const thai = /[\u0E01-\u0E5B]/gu;

const fewest = 12;
const headLength = 8192;
const decoder = new TextDecoder('windows-874');

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Where two bytes are a character, rows from here on hold the rare ones. */
const rareRow = 0xd8;

/** Whether the bytes are pairs of the EUC encodings and GB18030, whose first bytes are seldom high. */
function arePairs(bytes: Uint8Array): boolean {
  let pairs = 0;
  let rare = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    at += 1;
    if (at < bytes.length && (bytes[at] ?? 0) < 0x80) return false;
    pairs += 1;
    if (lead >= rareRow) rare += 1;
  }
  return rare * 10 < pairs;
}

/**
 * Thai in one byte a letter (Windows-874, TIS-620): each mark has its consonant below it and each
 * vowel that is written first has it behind it. Bytes of other encodings break that at once.
 */
export function isThai(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, headLength);
  const text = decoder.decode(head);
  const letters = count(text, thai);
  if (letters < fewest) return false;
  if (count(text, broken) * 50 >= letters || count(text, written) * 10 <= letters) return false;
  return !arePairs(head);
}
