import { isProse, type Finding, type Line } from './lines.ts';

/** What stands above an article in a page: this many short lines in a row are a menu, no standfirst. */
const menuLines = 6;
/** How far above the first paragraph the title may stand, in lines. */
const titleReach = 12;

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** A paragraph says as much in a third of the characters where a character is a word. */
export const isParagraph = (line: Line) =>
  isProse(line) || (line.sentence && line.text.length >= 40 && unspaced.test(line.text));

const isShort = (line: Line) => line.kind !== 'rule' && !line.sentence && line.words <= 8;

/** A line that may be the title: some words, not too many. */
const mayBeTitle = (line: Line) => line.words >= 4 && line.words <= 25 && line.text.length < 180;

/**
 * The edges of a page that was copied as text: the menus before the article's title, and the short
 * lines after its last paragraph. Nothing between the first and the last paragraph is touched.
 */
export function edges(lines: readonly Line[]): Finding[] {
  const first = lines.findIndex(isParagraph);
  const last = lines.findLastIndex(isParagraph);
  if (first === -1) return [];
  const findings: Finding[] = [];
  const hide = (index: number, reason: Finding['reason']) => {
    if (lines[index]?.kind !== 'rule') findings.push({ index, reason, by: 'rule' });
  };
  const title = titleAbove(lines, first);
  const above = lines.slice(0, title);
  if (above.length >= menuLines && above.filter(isShort).length >= above.length * 0.7) {
    above.forEach((_line, index) => hide(index, 'navigation'));
  }
  // Short sentences right after the last long paragraph may still be the article's.
  const over = lines.findIndex((line, index) => index > last && !line.sentence);
  if (over === -1) return findings;
  const below = lines.slice(over);
  if (below.length >= menuLines && below.filter(isShort).length >= below.length * 0.6) {
    below.forEach((_line, index) => hide(over + index, 'footer'));
  }
  return findings;
}

/** The line an article begins with: the title above its first paragraph, else that paragraph. */
function titleAbove(lines: readonly Line[], first: number): number {
  let title = first;
  for (let index = first - 1; index >= Math.max(0, first - titleReach); index -= 1) {
    const line = lines[index];
    if (line !== undefined && mayBeTitle(line)) title = index;
  }
  return title;
}
