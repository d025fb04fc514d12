import type { Block, HiddenRange, HiddenReason } from '../../../shared/model/ranges.ts';
import { coverOf } from '../../../shared/text/cover.ts';
import { edges } from './edges.ts';
import { isAgencyLine } from '../../../shared/text/credits/agency.ts';
import { isProse, linesOf, type Finding, type Line } from './lines.ts';
import { bylines, captions, phraseOf, repetition, tail, type Phrase } from './rules.ts';

/**
 * What is left of a page whose article was found by its markup is the article's nearly always: only
 * what cannot be is hidden, the rest is offered. (A prompt that an outlet repeats is hidden once its
 * articles are compared.)
 */
const certainAfterExtraction = new Set<HiddenReason>(['advertisement', 'footer']);

/** Rules that would hide more than this share of the words are wrong about the text: they only offer. */
const mostHidden = 0.6;

/** An agency's name after the last sentence of an article signs that; elsewhere it is a picture's. */
const signsArticle = (lines: readonly Line[], index: number): boolean =>
  isAgencyLine(lines[index]?.text ?? '') &&
  lines[index - 1]?.sentence === true &&
  !lines.slice(index + 1).some(isProse);

function findings(lines: readonly Line[], extracted: boolean): Finding[] {
  const found = new Map<number, Phrase>();
  const all: Finding[] = [];
  lines.forEach((line, index) => {
    const phrase = line.kind === 'rule' ? null : phraseOf(line.text, false);
    if (phrase === null || signsArticle(lines, index)) return;
    found.set(index, phrase);
    all.push({ index, reason: phrase.reason, by: 'rule' });
  });
  const credits = new Set(
    [...found].filter(([, { reason }]) => reason === 'photo-credit').map(([index]) => index),
  );
  return [
    ...all,
    ...bylines(lines),
    ...repetition(lines, credits),
    ...tail(lines, found),
    ...captions(lines, credits),
    ...(extracted ? [] : edges(lines)),
  ];
}

/** A text as it was read, before its lines are judged. */
interface ReadText {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** What the format itself knows to be no part of the article. */
  readonly hidden: readonly HiddenRange[];
  /** The article has been told from its page by markup: words alone then hide less. */
  readonly extracted: boolean;
}

/** The line that is the article's title, which no rule may hide. */
function titleLine(lines: readonly Line[]): number {
  const heading = lines.findIndex(
    (line) => line.kind === 'heading' && phraseOf(line.text, false) === null,
  );
  return heading !== -1 && heading < 6 ? heading : -1;
}

/**
 * Ranges of a text that are not the article's own words, by rules over its blocks; the format's own
 * hidden ranges stay. Safe rules hide, doubtful ones only offer. The text is never changed.
 */
export function cleanText(article: ReadText): HiddenRange[] {
  const lines = linesOf(article.text, article.blocks);
  const title = titleLine(lines);
  const { touches: isHidden } = coverOf(article.hidden);
  const chosen = new Map<number, Finding>();
  for (const finding of findings(lines, article.extracted)) {
    const line = lines[finding.index];
    if (line === undefined || finding.index === title || isHidden(line)) continue;
    const allowed = !article.extracted || certainAfterExtraction.has(finding.reason);
    const next: Finding = allowed ? finding : { ...finding, by: 'offered' };
    if (chosen.get(finding.index)?.by !== 'rule') chosen.set(finding.index, next);
  }
  const hides = [...chosen.values()].filter(({ by }) => by === 'rule');
  const size = (indices: readonly number[]) =>
    indices.reduce((sum, index) => sum + (lines[index]?.text.length ?? 0), 0);
  const tooMuch =
    size(hides.map(({ index }) => index)) > size(lines.map((_, index) => index)) * mostHidden;
  const ranges = [...chosen.values()].flatMap(({ index, reason, by }): HiddenRange[] => {
    const line = lines[index];
    if (line === undefined) return [];
    return [{ start: line.start, end: line.end, reason, by: tooMuch ? 'offered' : by }];
  });
  return [...article.hidden, ...ranges].sort((a, b) => a.start - b.start || a.end - b.end);
}
