/** A word, a character of a script without spaces, or a punctuation mark of a text. */
export interface QuoteToken {
  /** Folded for comparison: spaces, quotation marks, dashes and widths make no difference. */
  readonly form: string;
  readonly word: boolean;
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
}

/** Soft hyphens and zero-width characters: not to be seen, so not to be compared. */
const invisible = '\\u00AD\\u200B-\\u200F\\u2060\\uFEFF\\u202A-\\u202E\\u2066-\\u2069';
const unspaced = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー';
const letter = `[\\p{L}\\p{N}\\p{M}${invisible}]`;
const token = new RegExp(
  [
    `[${unspaced}]`,
    `(?:(?![${unspaced}])${letter})+(?:['’‘ʼ\\-‐‑](?:(?![${unspaced}])${letter})+)*`,
    '\\.(?:[ \\u00A0\\u202F]?\\.){2,}|…+',
    '[^\\s\\p{L}\\p{N}]',
  ].join('|'),
  'gu',
);

const quotationMark = /["'“”„‟‘’‚‛«»‹›「」『』｢｣〝〞〟﹁﹂﹃﹄＂＇`´]/u;
const dash = /^[‒–—―⸺⸻−-]$/u;
const onlyInvisible = new RegExp(`^[${invisible}]+$`, 'u');
const invisibles = new RegExp(`[${invisible}]`, 'gu');

/** The stop, comma and ellipsis forms, one for each use in every script. */
const punctuation: Readonly<Record<string, string>> = {
  '、': ',',
  '，': ',',
  '。': '.',
  '．': '.',
};

export const ellipsis = '…';

/** Reads `text` as tokens; quotation marks and white space give none. */
export function quoteTokens(text: string): QuoteToken[] {
  const tokens: QuoteToken[] = [];
  for (const match of text.matchAll(token)) {
    const raw = match[0];
    const { index } = match;
    if (quotationMark.test(raw) && raw.length === 1) continue;
    if (onlyInvisible.test(raw)) continue;
    const word = /[\p{L}\p{N}]/u.test(raw);
    tokens.push({ form: fold(raw, word), word, start: index, end: index + raw.length });
  }
  return tokens;
}

function fold(raw: string, word: boolean): string {
  if (!word) {
    if (/^[.…]/u.test(raw) && (raw.startsWith('…') || raw.length > 1)) return ellipsis;
    if (dash.test(raw)) return '—';
    return punctuation[raw] ?? raw.normalize('NFKC');
  }
  return raw
    .replaceAll(invisibles, '')
    .normalize('NFKC')
    .replaceAll(/[’‘ʼ]/gu, "'")
    .replaceAll(/[‐‑]/gu, '-');
}

/** True for the marks house style may put inside the quotation marks. */
export const isStop = ({ form }: QuoteToken): boolean => form === ',' || form === '.';
