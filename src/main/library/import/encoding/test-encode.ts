import encodingJapanese from 'encoding-japanese';

const japanese = { shift_jis: 'SJIS', 'euc-jp': 'EUCJP', 'iso-2022-jp': 'JIS' } as const;
const isJapanese = (label: string): label is keyof typeof japanese =>
  Object.hasOwn(japanese, label);
const ofTwoBytes = new Set(['euc-kr', 'gb18030', 'big5']);

/** The bytes of every character of an encoding: what `TextDecoder` reads, the other way round. */
function codesOf(label: string): Map<string, readonly number[]> {
  const decoder = new TextDecoder(label);
  const codes = new Map<string, readonly number[]>();
  const learn = (...bytes: readonly number[]) => {
    const character = decoder.decode(Uint8Array.from(bytes));
    const isOne = Array.from(character).length === 1 && character !== '\uFFFD';
    if (isOne && !codes.has(character)) codes.set(character, bytes);
  };
  for (let byte = 0; byte < 0x100; byte += 1) learn(byte);
  if (!ofTwoBytes.has(label)) return codes;
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) learn(lead, trail);
  }
  return codes;
}

/** What stands for a character that old encodings do not have. */
const plainer: Readonly<Record<string, string>> = { '’': "'", '—': '-' };
const quotes = new Set('“”„«»');

/** A letter of Vietnamese as Windows has it: its tone behind it. */
function withToneBehind(letter: string): string {
  const parts = Array.from(letter.normalize('NFD'));
  const tone = parts.find((part) => '\u0300\u0301\u0303\u0309\u0323'.includes(part)) ?? '';
  return parts
    .filter((part) => part !== tone)
    .join('')
    .normalize('NFC')
    .concat(tone);
}

const known = new Map<string, Map<string, readonly number[]>>();

/** A text under an encoding, by its WHATWG name. Throws where the encoding has no such character. */
export function encoded(text: string, label: string): Uint8Array {
  if (label === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (label === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  if (isJapanese(label)) {
    const to = japanese[label];
    const codes = encodingJapanese.stringToCode(text);
    return Uint8Array.from(encodingJapanese.convert(codes, { to, from: 'UNICODE' }));
  }
  const codes = known.get(label) ?? codesOf(label);
  known.set(label, codes);
  const bytesOf = (character: string): readonly number[] => {
    const code =
      codes.get(character) ??
      codes.get(plainer[character] ?? (quotes.has(character) ? '"' : character));
    if (code !== undefined) return code;
    const parts = Array.from(withToneBehind(character));
    if (parts.length < 2) throw new Error(`${label} has no ${character}.`);
    return parts.flatMap(bytesOf);
  };
  return Uint8Array.from(Array.from(text).flatMap(bytesOf));
}
