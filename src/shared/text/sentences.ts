import type { TextRange } from '../model/ranges.ts';
import {
  abbreviationsBeforeCapitals,
  abbreviationsThatMayEnd,
  abbreviationsWithNumbers,
  sentenceOpeners,
  wordsUnlessCapitalised,
} from './abbreviations.ts';
import { wrappedLines } from './wrapped-lines.ts';

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(locale: string): Intl.Segmenter {
  let segmenter = segmenters.get(locale);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
    segmenters.set(locale, segmenter);
  }
  return segmenter;
}

/**
 * The sentences of `text` in order, without the white space around them, as UTF-16 offsets.
 *
 * Starts from `Intl.Segmenter` (UAX #29) and mends what it breaks: after abbreviations and
 * initials ("Dr. | Park"), inside a following citation ("end.[ | 3]"), between a closing
 * quotation mark and the words that go on ("“Go!” | he said"), inside the marks of Japanese and
 * Chinese ("「行く。| 今日だ。」と言った"), after the number of a list item,
 * and at a line end in mid-sentence, where lines are broken at a fixed width too.
 */
export function sentences(text: string, locale = 'en'): TextRange[] {
  const starts: number[] = [];
  const goesOn = wrappedLines(text);
  for (const { index } of segmenterFor(locale).segment(text)) {
    const start = beforeOpening(text, afterClosing(text, afterCitation(text, index)));
    if (start > (starts.at(-1) ?? -1) && !continues(text, starts.at(-1) ?? 0, start, goesOn)) {
      starts.push(start);
    }
  }
  return starts.flatMap((start, index) => trimmed(text, start, starts[index + 1] ?? text.length));
}

const citationMark = /^(?:\[[\d,;–\- ]{1,20}\]|[⁰¹²³⁴-⁹]{1,4})+\s*/u;

/** Where a sentence begins when a citation such as "[3]" hangs on the full stop before it. */
function afterCitation(text: string, index: number): number {
  const open = text.charAt(index - 1) === '[' ? index - 1 : index;
  if (open === 0 || /\s/.test(text.charAt(open - 1))) return index;
  const mark = citationMark.exec(text.slice(open, open + 40));
  return mark === null ? index : open + mark[0].length;
}

/** "« Oui. | » Il": a closing mark with a space before it belongs to what it closes. */
function afterClosing(text: string, index: number): number {
  const closing = /^»\s*/u.exec(text.slice(index, index + 4));
  return closing === null ? index : index + closing[0].length;
}

const openings = /[「『“‘«〈《（【(]+$/u;

/** An opening mark directly after a full stop (「A。「B」) belongs to what it opens. */
function beforeOpening(text: string, index: number): number {
  const opening = openings.exec(text.slice(Math.max(0, index - 4), index));
  return opening === null ? index : index - opening[0].length;
}

const closers = /["'”’»›」』）)\]]+$/u;
const quoteGoesOn = /^(?:と|って|など|という|とい|の|は|が|を|に|も|で|라고|이라고|라며|라는)/u;

/** "am 3. | Mai", "z. | B.", "EE. | UU.": what is broken only because a space stands in it. */
const spaced: readonly (readonly [before: RegExp, after: RegExp])[] = [
  [/(?:^|\s)\d{1,2}\.$/u, /^(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)\p{L}*(?!\p{L})/u],
  [/(?:^|\s)(?:z|d|u|i|s|o|v|n)\.$/u, /^(?:B|h|a|d|o|Ä|R|A|Chr)\./u],
  [/(?:^|\s)z\. B\.$/u, /^/u],
  [/(?:^|\s)EE\.$/u, /^UU\./u],
];

const unspacedMarks = new Map([
  ['「', '」'],
  ['『', '』'],
  ['（', '）'],
  ['“', '”'],
]);
/** What stands between two marks of one sentence is no longer, in characters. */
const longestInside = 240;

/** "「行く。| 今日だ。」と言った": a full stop inside marks that the sentence around them closes. */
function isInside(text: string, from: number, boundary: number): boolean {
  if (!/[。！？]$/u.test(text.slice(Math.max(from, boundary - 2), boundary).trimEnd()))
    return false;
  const open: string[] = [];
  for (const mark of text.slice(Math.max(from, boundary - longestInside), boundary)) {
    const closing = unspacedMarks.get(mark);
    if (closing !== undefined) open.push(closing);
    else if (mark === open.at(-1)) open.pop();
  }
  const [outer] = open;
  if (outer === undefined) return false;
  const ahead = text.slice(boundary, boundary + longestInside);
  const end = ahead.indexOf(outer);
  return end >= 0 && !ahead.slice(0, end).includes('\n');
}

/** True where the sentence that began at `from` goes on beyond `boundary`. */
function continues(
  text: string,
  from: number,
  boundary: number,
  goesOn: (lineEnd: number) => boolean,
): boolean {
  const before = text.slice(Math.max(from, boundary - 80), boundary);
  const after = text.slice(boundary, boundary + 40);
  const said = before.trimEnd();
  if (/\n\s*\n\s*$/u.test(before) || /[\u2029]\s*$/u.test(before)) return false;
  if (before.endsWith('\n')) {
    const isEnded = /[.!?…。！？:：]["'”’»」』)]*$/u.test(said);
    const isFull = goesOn(boundary - 1);
    if (isEnded) return isFull && said.endsWith('.') && endsInAbbreviation(said, after);
    return /^\p{Ll}/u.test(after) || isFull;
  }
  if (isInside(text, from, boundary)) return true;
  if (/^[^\p{L}\p{N}]*$/u.test(said) && from + said.length >= boundary - 2) return false;
  if (closers.test(said) && (/^\p{Ll}/u.test(after) || quoteGoesOn.test(after))) return true;
  if (/[!?]$/.test(said) && /^\p{Ll}/u.test(after)) return true;
  if (!said.endsWith('.')) return false;
  if (spaced.some(([ends, opens]) => ends.test(said) && opens.test(after))) return true;
  return isListNumber(text.slice(from, boundary)) || endsInAbbreviation(said, after);
}

const isListNumber = (sentence: string): boolean =>
  /^\s*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})\.\s*$/u.test(sentence);

const lastWord = /(?:^|[\s("'“‘«—–/[-])((?:\p{L}+\.)+)$/u;
const nextWord = /^["'“‘«(]*([\p{L}\p{N}’']+)/u;

function endsInAbbreviation(said: string, after: string): boolean {
  const word = lastWord.exec(said)?.[1]?.slice(0, -1);
  const next = nextWord.exec(after)?.[1];
  if (word === undefined || next === undefined) return false;
  const folded = word.toLowerCase();
  if (word === folded && wordsUnlessCapitalised.has(folded)) return false;
  // "p. 12", but "Ann P. Lund".
  const isInitial = /^\p{Lu}$/u.test(word);
  if (!isInitial && abbreviationsWithNumbers.has(folded)) return /^\p{N}/u.test(next);
  if (!/^[\p{Lu}\p{N}]/u.test(next)) return false;
  if (!isInitial && abbreviationsBeforeCapitals.has(folded)) return true;
  // "A. I. Lund": a letter with a full stop is an initial, and opens no sentence.
  const opens = sentenceOpeners.has(next.toLowerCase()) && !/^\p{Lu}\.\s/u.test(after);
  const initials = /^\p{Lu}(?:\.\p{Lu})*$/u.test(word);
  return (initials || abbreviationsThatMayEnd.has(folded)) && !opens;
}

function trimmed(text: string, start: number, end: number): TextRange[] {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = start + words.trimEnd().length;
  return from < to ? [{ start: from, end: to }] : [];
}
