import { numberOf, stringOf, type ContentNode } from '../../../../shared/briefing/content.ts';
import { isEastAsian } from './language.ts';

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

const spanOf = (cell: ContentNode): number => numberOf(cell, 'colSpan', 1);

/** About how many Latin letters words are as wide as. */
const measure = (words: string): number =>
  sum(Array.from(words), (letter) => (isEastAsian(letter) ? 2 : 1));

const words = (node: ContentNode): string =>
  stringOf(node, 'text') + (node.children ?? []).map(words).join('');

/** The widest of what cannot be broken, in letters: a word, or two characters without spaces. */
const longestWord = (text: string): number =>
  Math.max(0, ...text.split(/\s+/u).map((word) => (isEastAsian(word) ? 4 : measure(word))));

/** Beyond so many letters in a line a column gains nothing. */
const fullLine = 60;
const letterWidth = 125;
const padding = 200;

/**
 * The widths of a table's columns, which together are `width` (in twentieths of a point): each in
 * the measure of its longest cell, and, where there is room for them, none narrower than its longest word.
 */
export function columnWidths(rows: readonly ContentNode[], width: number): number[] {
  const columns = Math.max(1, ...rows.map(({ children = [] }) => sum(children, spanOf)));
  // A cell over several columns or rows says nothing of one column's width.
  const plain = rows
    .map(({ children = [] }) => children)
    .filter((cells) => cells.length === columns && cells.every((cell) => spanOf(cell) === 1));
  const wanted = Array.from({ length: columns }, (_, column) => {
    const texts = plain.map((cells) => words(cells[column] ?? { type: '' }));
    const least = padding + letterWidth * Math.max(2, ...texts.map(longestWord));
    const most = padding + letterWidth * Math.min(fullLine, Math.max(2, ...texts.map(measure)));
    return { least, spare: Math.max(0, most - least) };
  });
  const least = sum(wanted, (column) => column.least);
  if (least >= width) return Array<number>(columns).fill(Math.floor(width / columns));
  const spare = sum(wanted, (column) => column.spare);
  return wanted.map((column) =>
    Math.floor(column.least + (width - least) * (spare === 0 ? 1 / columns : column.spare / spare)),
  );
}
