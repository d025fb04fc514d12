import { quotations } from '../text/quotations.ts';

type Kind = 'double' | 'single' | 'corner' | 'white' | 'guillemet';
type Pair = readonly [open: string, close: string];

/** The marks around a passage, and those around what it quotes; further in they take turns. */
type Marks = readonly [outer: Pair, inner: Pair];

const kinds: readonly (readonly [Kind, RegExp])[] = [
  ['double', /^[“”„‟"＂〝〟〞]/u],
  ['single', /^[‘’‚‛']/u],
  ['corner', /^[「」]/u],
  ['white', /^[『』]/u],
  ['guillemet', /^[«»]/u],
];
const kindOf = (mark: string): Kind | undefined =>
  kinds.find(([, pattern]) => pattern.test(mark))?.[0];

const openingMark = /^[“„‟"＂「]/u;
const closingMark = /[”“"＂」]$/u;
const japanese = /[\p{sc=Hiragana}\p{sc=Katakana}]/u;

const english: Marks = [
  ['“', '”'],
  ['‘', '’'],
];
const corner: Marks = [
  ['「', '」'],
  ['『', '』'],
];
const spanish: Marks = [
  ['«', '»'],
  ['“', '”'],
];

/** By language, as CLDR has them; those of English elsewhere. */
const byLanguage: Readonly<Record<string, Marks>> = {
  ar: spanish,
  de: [
    ['„', '“'],
    ['‚', '‘'],
  ],
  es: spanish,
  fr: [
    ['«\u00A0', '\u00A0»'],
    ['“', '”'],
  ],
  ja: corner,
};

/** The mark as it stands `level` deep in a quotation; marks that cannot be mistaken stay. */
function markAt(marks: Marks, level: number, mark: string, closes: boolean): string {
  const kind = kindOf(mark);
  const isCorner = kind === 'corner' || kind === 'white';
  const [outer, inner] = isCorner ? corner : marks;
  const [wanted, around] = level % 2 === 1 ? [inner, outer] : [outer, inner];
  const isMistaken =
    isCorner || (kind === kindOf(around[0].trim()) && (level % 2 === 1 || mark !== "'"));
  return isMistaken ? wanted[closes ? 1 : 0] : mark;
}

/** True where one pair of marks holds the whole passage, a stop behind it aside. */
const isOneQuotation = (words: string): boolean =>
  quotations(words).some(
    ({ start, end, depth }) =>
      depth === 0 && start === 1 && /^.[.,、。]?$/u.test(words.slice(end)) && end < words.length,
  );

/**
 * A passage on one line in quotation marks, unless it brings its own: those of the language (BCP
 * 47; English without one), and Japanese ones around Japanese. Marks inside change with their
 * depth: “… ‘…’ …” and 「… 『…』 …」. A mark left open at an edge of the passage is the outer one.
 */
export function quoted(passage: string, language = 'en'): string {
  const line = passage.replaceAll(/\s+/gu, ' ').trim();
  if (isOneQuotation(line)) return line;
  const marks = japanese.test(line) ? corner : (byLanguage[language] ?? english);
  const [open, close] = marks[0];
  return `${open}${nested(withoutOpenEdges(line), marks)}${close}`;
}

function nested(words: string, family: Marks): string {
  const marks = words.split('');
  for (const { start, end, depth } of quotations(words)) {
    marks[start - 1] = markAt(family, depth + 1, words.charAt(start - 1), false);
    if (end < words.length) marks[end] = markAt(family, depth + 1, words.charAt(end), true);
  }
  return marks.join('');
}

/** A selection that begins or ends inside a quotation brings only one of its marks. */
function withoutOpenEdges(words: string): string {
  const found = quotations(words);
  const from = openingMark.test(words) && !found.some(({ start }) => start === 1) ? 1 : 0;
  const isClosed = found.some(({ end }) => end === words.length - 1);
  const to = closingMark.test(words) && !isClosed ? words.length - 1 : words.length;
  return words.slice(from, to).trim();
}
