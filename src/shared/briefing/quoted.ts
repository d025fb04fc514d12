import { quotations } from './quotations.ts';

const double = /^[“”„‟"＂〝〟〞]$/u;
const single = /^[‘’‚‛']$/u;
const openingMark = /^[“„‟"＂「]/u;
const closingMark = /[”“"＂」]$/u;
const japanese = /[\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** The marks of a level: 0 around the passage, 1 for what it quotes, 2 for what that quotes. */
const curly = ['“”', '‘’'] as const;
const corner = ['「」', '『』'] as const;

/** The mark as it stands `level` deep in a quotation; marks that cannot be mistaken stay. */
function markAt(level: number, mark: string, closes: boolean): string {
  const family = /^[「」『』]$/u.test(mark) ? corner : curly;
  const mistaken =
    family === corner || (level % 2 === 1 ? double.test(mark) : single.test(mark) && mark !== "'");
  return mistaken ? family[level % 2 === 1 ? 1 : 0].charAt(closes ? 1 : 0) : mark;
}

/** True where one pair of marks holds the whole passage, a stop behind it aside. */
const isOneQuotation = (words: string): boolean =>
  quotations(words).some(
    ({ start, end, depth }) =>
      depth === 0 && start === 1 && /^.[.,、。]?$/u.test(words.slice(end)) && end < words.length,
  );

/**
 * A passage on one line in quotation marks, unless it brings its own. Marks inside change with
 * their depth: “… ‘…’ …” and 「… 『…』 …」. A mark left open at an edge of the passage is the outer one.
 */
export function quoted(passage: string): string {
  const line = passage.replaceAll(/\s+/gu, ' ').trim();
  if (isOneQuotation(line)) return line;
  const [open, close] = japanese.test(line) ? corner[0] : curly[0];
  return `${open}${nested(withoutOpenEdges(line))}${close}`;
}

function nested(words: string): string {
  const marks = words.split('');
  for (const { start, end, depth } of quotations(words)) {
    marks[start - 1] = markAt(depth + 1, words.charAt(start - 1), false);
    if (end < words.length) marks[end] = markAt(depth + 1, words.charAt(end), true);
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
