import type { Proposal } from '../../../../shared/model/import.ts';
import type { HiddenRange, TextRange } from '../../../../shared/model/ranges.ts';
import { anyLabel, fieldLabelled } from './header-labels.ts';
import { labelledValues } from './labelled-value.ts';

/** A line of the header, and what it says. */
export interface HeaderLine extends TextRange {
  readonly proposals: readonly Proposal[];
}

/** How far down the header may begin: below a title, a kicker, a line of signs. */
const linesAbove = 3;
const longestAbove = 200;
const mostLines = 40;
/** A longer line under a label nobody knows is a paragraph. */
const longestOther = 160;
/** So many lines must say something: one alone may be the text's own. */
const fewestSaying = 2;
const headLength = 1000;

const labelled =
  /^[*_#>\s]{0,4}([\p{L}][\p{L}\p{M} _/().'’-]{0,30}?)[*_]{0,2}\s*[:：][*_]{0,2}\s*(.*)$/u;

interface Line extends TextRange {
  readonly words: string;
}

/** The first line with words from `from` on. */
function lineFrom(text: string, from: number): Line | null {
  let start = from;
  while (start < text.length && text.charAt(start).trim() === '') start += 1;
  if (start >= text.length) return null;
  const found = text.indexOf('\n', start);
  const end = found === -1 ? text.length : found;
  return { start, end, words: text.slice(start, Math.min(end, start + headLength)) };
}

function said({ start, end, words }: Line): HeaderLine | null {
  const [, label = '', value = ''] = labelled.exec(words) ?? [];
  const field = label === '' ? undefined : fieldLabelled(label);
  if (field === undefined) return null;
  const evidence = { rule: 'header-line' as const, text: words.slice(0, 300), start, end };
  return { start, end, proposals: field === null ? [] : labelledValues(field, value, evidence) };
}

const isOther = ({ words }: Line): boolean => words.length <= longestOther && labelled.test(words);

/** The header that begins with the line at `from`, as far as labels that are known reach. */
function headerFrom(text: string, from: number): HeaderLine[] {
  const lines: HeaderLine[] = [];
  let others: HeaderLine[] = [];
  for (let at = from; lines.length + others.length < mostLines;) {
    const line = lineFrom(text, at);
    if (line === null) break;
    const known = said(line);
    if (known !== null) {
      lines.push(...others, known);
      others = [];
    } else if (isOther(line)) others.push({ start: line.start, end: line.end, proposals: [] });
    else break;
    at = line.end;
  }
  return lines;
}

const saying = (lines: readonly HeaderLine[]): number =>
  new Set(lines.flatMap(({ proposals }) => proposals.map(({ field }) => field))).size;

/**
 * The lines that researchers put over a text they paste: "Title: …", "Source: …", "Date: …". Empty
 * where there are none: two of them must say something, so that a text that merely begins with such a
 * word is left alone.
 */
export function headerLines(text: string): HeaderLine[] {
  if (!anyLabel.test(text.slice(0, headLength))) return [];
  let at = 0;
  for (let above = 0; above <= linesAbove; above += 1) {
    const line = lineFrom(text, at);
    if (line === null || line.words.length > longestAbove) return [];
    if (said(line) !== null) {
      const lines = headerFrom(text, line.start);
      return saying(lines) >= fewestSaying ? lines : [];
    }
    at = line.end;
  }
  return [];
}

/** Header lines are no words of the article. */
export const hiddenHeader = (lines: readonly HeaderLine[]): HiddenRange[] =>
  lines.map(({ start, end }) => ({ start, end, reason: 'metadata', by: 'rule' }));

/** What header lines say of the article. */
export const proposeFromHeader = (lines: readonly HeaderLine[]): Proposal[] =>
  lines.flatMap(({ proposals }) => proposals);
