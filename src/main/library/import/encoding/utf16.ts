/** A byte order and how sure it is, 0 to 1. */
export interface Utf16Guess {
  readonly encoding: 'utf-16le' | 'utf-16be';
  readonly confidence: number;
}

/** Characters every longer text has: space, line ends, full stops and commas of several scripts. */
const marks = new Set([0x0020, 0x000a, 0x000d, 0x002c, 0x002e, 0x3001, 0x3002, 0xff0c]);

/** Ranges of UTF-16 code units that stand in the texts of living languages. */
const usual: readonly (readonly [number, number])[] = [
  [0x0020, 0x007e],
  [0x00a0, 0x052f],
  [0x0590, 0x06ff],
  [0x0900, 0x0eff],
  [0x10a0, 0x10ff],
  [0x1e00, 0x20cf],
  [0x2100, 0x22ff],
  [0x2500, 0x26ff],
  [0x3000, 0x318f],
  [0x3400, 0x9fff],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xff00, 0xffef],
];

const isUsual = (unit: number): boolean =>
  unit === 0x0a ||
  unit === 0x0d ||
  unit === 0x09 ||
  usual.some(([first, last]) => unit >= first && unit <= last);

/** Units looked at. */
const enough = 4096;

/**
 * UTF-16 without a byte order mark. Spaces, line feeds and full stops read right in one byte order
 * only, and hold bytes (0 to 3) that no text in another encoding has; nearly everything else must
 * then be characters of living languages.
 */
export function utf16WithoutMark(bytes: Uint8Array): Utf16Guess | null {
  const units = Math.min(bytes.length >> 1, enough);
  if (units < 2) return null;
  const seen = { le: 0, be: 0 };
  const good = { le: 0, be: 0 };
  for (let index = 0; index < units; index += 1) {
    const a = bytes[index * 2] ?? 0;
    const b = bytes[index * 2 + 1] ?? 0;
    const [le, be] = [(b << 8) | a, (a << 8) | b];
    if (marks.has(le)) seen.le += 1;
    if (marks.has(be)) seen.be += 1;
    if (isUsual(le) || (le >= 0xd800 && le <= 0xdfff)) good.le += 1;
    if (isUsual(be) || (be >= 0xd800 && be <= 0xdfff)) good.be += 1;
  }
  const order = seen.le >= seen.be ? 'le' : 'be';
  const other = order === 'le' ? 'be' : 'le';
  if (seen[order] === 0 || seen[other] * 4 > seen[order]) return null;
  if (good[order] < units * 0.97) return null;
  return { encoding: `utf-16${order}`, confidence: seen[order] > 4 ? 0.95 : 0.8 };
}
