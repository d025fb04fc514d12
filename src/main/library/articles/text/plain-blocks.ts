import type { Block } from '../../../../shared/model/ranges.ts';
import { shortBlocks } from './short-blocks.ts';

interface Line {
  readonly start: number;
  readonly end: number;
  /** Blanks before `start`. */
  readonly indent: number;
}

/** Lines that are not blank, in groups between blank lines. */
function lineGroups(text: string): Line[][] {
  const groups: Line[][] = [];
  let group: Line[] = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    let first = start;
    while (first < end && text.charAt(first).trim() === '') first += 1;
    if (first < end) {
      group.push({ start: first, end, indent: first - start });
    } else if (group.length > 0) {
      groups.push(group);
      group = [];
    }
    start = end + 1;
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

const sentenceEnd = /[.!?…。！？:;]["'”’»)\]」』]*$/;
const listItem = /^(?:[•◦▪‣·*–-]|\d{1,3}[.)])\s+\S/;
const itemSign = /[•◦▪‣·*–\-\d]/;
const rule = /^(?:[-–—_*=~#]\s?){3,}$/;

/** One in so many broken lines may be short: before a long word, or where a dateline was cut off. */
const fewShort = 8;

/** How far the lines that go on with a paragraph are set in; null where they differ. */
function usualIndent(lines: readonly Line[]): number | null {
  const flush = lines.filter(({ indent }) => indent === 0).length;
  if (flush * 2 >= lines.length) return 0;
  // Where all are set in, those that begin a paragraph are further in, the first one perhaps not.
  const least = Math.max(3, lines.length / 3);
  const alike = Map.groupBy(lines, ({ indent }) => indent);
  const usual = [...alike].flatMap(([indent, same]) => (same.length >= least ? indent : []));
  return usual.length === 0 ? null : Math.min(...usual);
}

/** Whether a paragraph begins at each line: set in, as wire copy begins one, or a list item. */
function beginnings(text: string, lines: readonly Line[]): boolean[] {
  const usual = usualIndent(lines) ?? Infinity;
  return lines.map(
    ({ start, end, indent }, index) =>
      index === 0 ||
      indent > usual + 1 ||
      (itemSign.test(text.charAt(start)) && listItem.test(text.slice(start, end))),
  );
}

/** Lines broken at a fixed width: all but the last of each paragraph are of nearly one length. */
function isHardWrapped(text: string, lines: readonly Line[], begins: readonly boolean[]): boolean {
  const broken = lines.filter((_line, index) => begins[index + 1] === false);
  const longest = broken.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  if (longest < 50 || longest > 100) return false;
  if (lines.some(({ start, end }) => end - start > longest + 10)) return false;
  const short = broken.filter(({ start, end }) => end - start < longest - 25).length;
  if (short > Math.floor(broken.length / fewShort)) return false;
  const ending = broken.filter(({ start, end }) => sentenceEnd.test(text.slice(start, end))).length;
  return ending * 2 <= broken.length;
}

/** Lines between blank ones: paragraphs broken at a fixed width, or a block each. */
function partsOf(text: string, lines: readonly Line[]): Block[] {
  const begins = beginnings(text, lines);
  const isWrapped = isHardWrapped(text, lines, begins);
  const blocks: Block[] = [];
  lines.forEach(({ start, end }, index) => {
    const last = blocks.at(-1);
    if (last !== undefined && isWrapped && begins[index] === false) last.end = end;
    else blocks.push({ start, end, ...kindOf(text.slice(start, end)) });
  });
  return blocks;
}

function kindOf(line: string): Pick<Block, 'kind' | 'level'> {
  if (rule.test(line)) return { kind: 'rule' };
  if (listItem.test(line)) return { kind: 'list-item', level: 1 };
  return { kind: 'paragraph' };
}

const looksLikeHeading = (line: string): boolean =>
  line.length <= 100 && !/[.!?…。！？:;,–—-]["'”’»)\]」』]*$/.test(line) && /\p{L}/u.test(line);

/**
 * Blocks of a text without markup: a line each, except that lines broken at a fixed width
 * are joined to paragraphs, which may begin set in. A short first line, and a short line right before a long paragraph that stands
 * between blank lines, are headings. Lines that `isPrompt` knows are neither first nor headings. A text without lines is parted all the same.
 */
export function plainBlocks(text: string, isPrompt: (line: string) => boolean): Block[] {
  const groups = lineGroups(text);
  const first = groups.findIndex(
    ([line]) => line !== undefined && !isPrompt(text.slice(line.start, line.end)),
  );
  const blocks = groups.flatMap((lines, index): Block[] => {
    const [only] = lines;
    if (only === undefined || lines.length > 1) return partsOf(text, lines);
    const { start, end } = only;
    const line = text.slice(start, end);
    const kind = kindOf(line);
    const next = groups[index + 1]?.[0];
    const leads = next !== undefined && next.end - next.start > 160;
    const isHeading =
      kind.kind === 'paragraph' &&
      looksLikeHeading(line) &&
      (index === first || (leads && !isPrompt(line)));
    return [
      isHeading
        ? { start, end, kind: 'heading', level: index === first ? 1 : 2 }
        : { start, end, ...kind },
    ];
  });
  return shortBlocks(text, blocks);
}
