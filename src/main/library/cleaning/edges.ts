import { isProse, type Finding, type Line } from './lines.ts';

/** What stands above an article in a page: this many short lines in a row are a menu, no standfirst. */
const menuLines = 6;
/** How far above the first paragraph the title may stand, in lines. */
const titleReach = 12;

/** A paragraph says as much in a third of the characters where a character is a word. */
export const isParagraph = (line: Line) =>
  isProse(line) || (line.sentence && line.text.length >= 40 && line.unspaced);

/** Rows of a table, or two rows of three numbers each: figures of the article. */
const isTable = (lines: readonly Line[]): boolean =>
  lines.filter(({ kind }) => kind === 'table-row').length * 2 >= lines.length ||
  lines.filter(({ text }) => (text.match(/\d[\d.,]*/gu)?.length ?? 0) >= 3).length >= 2;

const isShort = (line: Line) => line.kind !== 'rule' && !line.sentence && line.words <= 8;

/** A line that may be the title: some words, not too many. */
const mayBeTitle = (line: Line) => line.text.length < 180 && line.words >= 4 && line.words <= 25;

/**
 * The edges of a page that was copied as text: the menus before the article's title, the short lines
 * after its last paragraph, and a foot of links among which teasers of other articles stand.
 */
export function edges(lines: readonly Line[]): Finding[] {
  const first = lines.findIndex(isParagraph);
  const last = lines.findLastIndex(isParagraph);
  if (first === -1) return [];
  const findings: Finding[] = [];
  const hide = (index: number, reason: Finding['reason'], by: Finding['by'] = 'rule') => {
    if (lines[index]?.kind !== 'rule') findings.push({ index, reason, by });
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
    const by = isTable(below) ? 'offered' : 'rule';
    below.forEach((_line, index) => hide(over + index, 'footer', by));
  }
  const found = new Set(findings.map(({ index }) => index));
  for (const index of foot(lines)) {
    if (!found.has(index)) hide(index, index > last ? 'footer' : 'related-links');
  }
  return findings;
}

/** What one line that is no paragraph counts against the run it stands in, in words. */
const shortCost = 8;
/** A page's foot has at least this many lines, many of them short, and less prose than the article. */
const footLines = 16;
const footShort = 0.5;
const footProse = 0.5;

/** What a line adds to the run it stands in: its words, or its cost. */
function weight(line: Line): number {
  if (line.kind === 'rule') return 0;
  if (!isParagraph(line)) return -shortCost;
  return line.text.length / (line.unspaced ? 2 : 6);
}

/** The run of lines with the most prose in it: the article, as far as plain text tells. */
function mainRun(lines: readonly Line[]): { first: number; last: number; prose: number } {
  let best = { first: 0, last: -1, prose: 0 };
  let [start, sum] = [0, 0];
  lines.forEach((line, index) => {
    if (sum <= 0) [start, sum] = [index, 0];
    sum += weight(line);
    if (sum > best.prose) best = { first: start, last: index, prose: sum };
  });
  return best;
}

/** Paragraphs as long as this, two in a row, are written and no teasers. */
const pairLength = 200;

/** The second of the last two long paragraphs in a row: teasers come one at a time. */
function lastPair(lines: readonly Line[]): number {
  const written = lines.flatMap((line, index) => (line.kind === 'rule' ? [] : [index]));
  const isLong = (index: number | undefined) => {
    const line = index === undefined ? undefined : lines[index];
    return line !== undefined && isParagraph(line) && line.text.length >= pairLength;
  };
  const at = written.findLastIndex((index, place) => isLong(index) && isLong(written[place - 1]));
  return written[at] ?? -1;
}

/** The lines of a page's foot, where most are links and a few are teasers of other articles. */
function foot(lines: readonly Line[]): number[] {
  const run = mainRun(lines);
  const last = Math.max(run.last, lastPair(lines));
  const { prose } = run;
  const below = lines.slice(last + 1);
  const words = below.reduce((sum, line) => sum + Math.max(0, weight(line)), 0);
  const isFoot =
    below.length >= footLines &&
    below.filter(isShort).length >= below.length * footShort &&
    words <= prose * footProse;
  return isFoot ? below.map((_line, index) => last + 1 + index) : [];
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
