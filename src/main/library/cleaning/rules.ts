import { bylineNames } from '../../../shared/text/credits/byline.ts';
import { isProse, type Finding, type Line } from './lines.ts';
import { longestPrompt, phrases } from './phrases.ts';

/** List signs and separators before the words of a menu entry. */
const signs = /^[\s•◦▪·*|»›>–-]+/;

/** How many lines after "About the author" are still about the author. */
const authorLines = 3;

export interface Phrase {
  readonly reason: Finding['reason'];
  readonly ends: boolean;
}

/**
 * Patterns of like flags as one alternation: every line of every import is held against all of them.
 * Those for a line's beginning are by themselves, for they need not be tried at its other places.
 */
function joined(patterns: readonly RegExp[]): RegExp[] {
  const alike = Map.groupBy(patterns, ({ flags, source }) => flags + source.startsWith('^'));
  return [...alike.values()].map(
    (same) => new RegExp(same.map(({ source }) => `(?:${source})`).join('|'), same[0]?.flags),
  );
}

const groups = phrases.map(({ reason, ends, tail, patterns }) => ({
  reason,
  ends: ends === true,
  tail: tail === true,
  patterns: joined(patterns),
}));

/** What hardly any line is: the groups need not be asked about the others. */
const anyPhrase = joined(phrases.flatMap(({ patterns }) => patterns));

/** The phrase a line is, where `tail` says that the article's last paragraph lies before it. */
export function phraseOf(line: string, tail: boolean): Phrase | null {
  if (line.length > longestPrompt) return null;
  const words = line.replace(signs, '');
  if (!anyPhrase.some((pattern) => pattern.test(words))) return null;
  for (const group of groups) {
    if (group.tail && !tail) continue;
    if (group.patterns.some((pattern) => pattern.test(words))) {
      return { reason: group.reason, ends: group.ends };
    }
  }
  return null;
}

/** A line that is never an article's own words, wherever it stands. */
export const isPrompt = (line: string): boolean => phraseOf(line, false) !== null;

/** Lines of one length are compared one by one up to so many, as in a log. */
const mostAlike = 16;

/**
 * The same words twice. Right before a photo credit both are the picture's caption; elsewhere the
 * later ones are repetition.
 */
export function repetition(lines: readonly Line[], credits: ReadonlySet<number>): Finding[] {
  // By length, because to look up its words a whole article would be hashed.
  const latest = new Map<number, number>();
  const before: (number | undefined)[] = [];
  /** Where very many lines have one length: the others, each by its words. */
  const byWords = new Map<string, number>();
  const findings: Finding[] = [];
  lines.forEach((line, index) => {
    const { text, kind } = line;
    if (kind === 'rule' || kind === 'table-row' || text.length < 25) return;
    let earlier = latest.get(text.length);
    let compared = 0;
    while (earlier !== undefined && lines[earlier]?.text !== text) {
      compared += 1;
      earlier = compared === mostAlike ? byWords.get(text) : before[earlier];
      if (compared === mostAlike) break;
    }
    if (earlier === undefined) {
      if (compared === mostAlike) {
        byWords.set(text, index);
      } else {
        before[index] = latest.get(text.length);
        latest.set(text.length, index);
      }
      return;
    }
    const caption = earlier === index - 1 && credits.has(index + 1);
    if (caption) findings.push({ index: earlier, reason: 'caption', by: 'rule' });
    findings.push({ index, reason: caption ? 'caption' : 'repetition', by: 'rule' });
  });
  return findings;
}

/** The age of a story, or how long it takes to read: no words of the article. */
const storyAge =
  /^(?:published|updated|posted|last (?:updated|modified))\b.{0,80}$|\b\d+[- ]min(?:ute)?s? read\b|^\d+ (?:minute|hour|day|week|month|year)s? ago$/iu;

/** How far from the top a byline stands, in blocks. */
const headBlocks = 8;

/** Lines near the title that name the writer, or tell the story's age and length. */
export function bylines(lines: readonly Line[]): Finding[] {
  return lines.slice(0, headBlocks).flatMap((line, index): Finding[] => {
    if (line.sentence || line.text.length > 160) return [];
    const found = bylineNames(line.text).length > 0 || storyAge.test(line.text);
    return found ? [{ index, reason: 'byline', by: 'rule' }] : [];
  });
}

/** An unrepeated line right before a photo credit is probably its caption. */
export function captions(lines: readonly Line[], credits: ReadonlySet<number>): Finding[] {
  return [...credits].flatMap((credit): Finding[] => {
    const line = lines[credit - 1];
    const likely = line !== undefined && line.kind === 'paragraph' && line.text.length < 240;
    return likely && credit > 1 ? [{ index: credit - 1, reason: 'caption', by: 'offered' }] : [];
  });
}

/**
 * What follows the article's end: once a line says that the article is over and no paragraph
 * comes after it, everything from there on, with the short topic words right before it.
 */
export function tail(lines: readonly Line[], found: ReadonlyMap<number, Phrase>): Finding[] {
  const starts = [...found].filter(([, phrase]) => phrase.ends).map(([index]) => index);
  const begin = starts.find((start) => !proseAfter(lines, start, found));
  if (begin === undefined || begin === 0) return [];
  const findings: Finding[] = [];
  let reason = found.get(begin)?.reason ?? 'footer';
  let since = 0;
  for (let index = begin; index < lines.length; index += 1) {
    const line = lines[index];
    const phrase = found.get(index) ?? (line === undefined ? null : phraseOf(line.text, true));
    since = phrase === null ? since + 1 : 0;
    if (phrase !== null) reason = phrase.reason;
    else if (reason === 'author-box' && since > authorLines) break;
    if (line !== undefined && line.kind !== 'rule') findings.push({ index, reason, by: 'rule' });
  }
  for (let index = begin - 1; index > 0; index -= 1) {
    const line = lines[index];
    if (line === undefined || (line.kind !== 'rule' && (line.words > 3 || line.sentence))) break;
    if (line.kind !== 'rule') findings.push({ index, reason: 'follow-topic', by: 'rule' });
  }
  return findings;
}

/** A paragraph of the article after `start`; the few lines of an author box are none. */
function proseAfter(
  lines: readonly Line[],
  start: number,
  found: ReadonlyMap<number, Phrase>,
): boolean {
  let author = -Infinity;
  return lines.some((line, index) => {
    if (index < start) return false;
    const reason = found.get(index)?.reason;
    if (reason !== undefined) {
      if (reason === 'author-box') author = index;
      return false;
    }
    return isProse(line) && index - author > authorLines;
  });
}
