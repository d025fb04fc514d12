/** The writing systems Attache tells apart; `other` has letters of none of them. */
const scripts = [
  'latin',
  'han',
  'japanese',
  'hangul',
  'cyrillic',
  'arabic',
  'hebrew',
  'greek',
  'thai',
  'devanagari',
  'other',
] as const;
export type Script = (typeof scripts)[number];

const patterns: readonly (readonly [Script, RegExp])[] = [
  ['latin', /\p{Script=Latin}/gu],
  ['han', /\p{Script=Han}/gu],
  ['japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['hangul', /\p{Script=Hangul}/gu],
  ['cyrillic', /\p{Script=Cyrillic}/gu],
  ['arabic', /\p{Script=Arabic}/gu],
  ['hebrew', /\p{Script=Hebrew}/gu],
  ['greek', /\p{Script=Greek}/gu],
  ['thai', /\p{Script=Thai}/gu],
  ['devanagari', /\p{Script=Devanagari}/gu],
];

/** Japanese mixes Chinese characters with its own: this share of kana settles it. */
const kanaShare = 0.05;
const sampleLength = 20_000;

const ascii = /^[\0-\x7F]*$/;
const asciiLetter = /[A-Za-z]/;

/**
 * The script most of the letters of `text` are in, judged by its first 20,000 units;
 * null where it has no letters.
 */
export function scriptOf(text: string): Script | null {
  const sample = text.slice(0, sampleLength);
  if (ascii.test(sample)) return asciiLetter.test(sample) ? 'latin' : null;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  const counts = new Map<Script, number>();
  for (const [script, pattern] of patterns) {
    counts.set(script, sample.match(pattern)?.length ?? 0);
  }
  const han = counts.get('han') ?? 0;
  const kana = counts.get('japanese') ?? 0;
  if (kana > 0 && kana >= (han + kana) * kanaShare) {
    counts.set('japanese', han + kana);
    counts.set('han', 0);
  }
  const [script, most] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best));
  return most * 2 >= letters ? script : most === 0 ? 'other' : script;
}

const unspacedCharacter =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u;

/** True where `text` has a Chinese, Japanese or Korean character. */
export const hasCjk = (text: string): boolean => unspacedCharacter.test(text);
