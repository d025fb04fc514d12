import { describePassage, type PassageSelectors } from '../../../../shared/anchoring/describe.ts';
import { normalText, type NormalText } from '../../../../shared/anchoring/normal-text.ts';
import { resolvePassage } from '../../../../shared/anchoring/resolve.ts';
import type { Annotation } from '../../../../shared/model/annotation.ts';
import type { TextRange } from '../../../../shared/model/ranges.ts';
import { utf16Offsets } from '../../annotations/code-points.ts';
import type { Place } from './selectors.ts';

/** Where an imported passage stands in a text of the library. */
export interface PlacedPassage extends PassageSelectors {
  readonly status: Annotation['status'];
  readonly score: number | null;
}

/** A text to place passages in. */
export interface SearchableText {
  readonly text: string;
  /** The UTF-16 offset of one in code points. */
  readonly utf16: (codePoint: number) => number;
  /** The text as quotations are compared: made when one must first be looked for. */
  readonly normal: () => NormalText;
}

export function searchable(text: string): SearchableText {
  let made: NormalText | undefined;
  return {
    text,
    utf16: utf16Offsets(text),
    normal: () => (made ??= normalText(text)),
  };
}

/** The least score of the very words in their own context; below it a person is asked. */
const surely = 0.9;

/** The same words: only white space and how accents are written may differ. */
const words = (text: string) => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();

/** A position in code points, as the W3C counts, and in UTF-16 units, as Hypothesis does. */
function readings({ text, utf16 }: SearchableText, { start, end }: TextRange): TextRange[] {
  const points = { start: utf16(start), end: utf16(end) };
  return [points, { start, end }].filter((range) => range.end <= text.length);
}

const exactly = (text: string, range: TextRange): PlacedPassage => ({
  ...describePassage(text, range),
  status: 'exact',
  score: null,
});

/** The only place of the words, where they have no context to be known by. */
function onlyPlace(text: string, exact: string): TextRange | null {
  const at = text.indexOf(exact);
  if (at < 0 || text.indexOf(exact, at + 1) >= 0) return null;
  return { start: at, end: at + exact.length };
}

/**
 * Places an imported passage: at its position where its words (and, in another text, the words
 * around them) are there; else by its quotation, `exact` where the very words stand at the place
 * found, `moved` where they differ or had no context to be known by; else `orphaned`.
 * `sameText`: the text is the one that was annotated, unit for unit.
 */
export function placeIn(
  searched: SearchableText,
  { position, quote }: Place,
  sameText: boolean,
): PlacedPassage | null {
  const { text, normal } = searched;
  const ranges = position === null ? [] : readings(searched, position);
  if (quote === null) {
    const [range] = ranges;
    if (range === undefined) return null;
    // Without words there is nothing to check a position against.
    return sameText
      ? exactly(text, range)
      : { ...describePassage(text, range), status: 'moved', score: 0 };
  }
  const { exact, prefix, suffix } = quote;
  const fits = ranges.find(
    ({ start, end }) =>
      text.slice(start, end) === exact &&
      (sameText || (text.slice(0, start).endsWith(prefix) && text.startsWith(suffix, end))),
  );
  const hasContext = prefix !== '' || suffix !== '';
  if (fits !== undefined && (sameText || hasContext)) return exactly(text, fits);

  const [start, end] = [ranges[0]?.start ?? 0, ranges[0]?.end ?? 0];
  const known = { exact, prefix, suffix };
  if (!hasContext) {
    const only = fits ?? onlyPlace(text, exact);
    return only === null
      ? lost(known, start)
      : { ...describePassage(text, only), status: 'moved', score: fits === undefined ? 0.5 : 0.9 };
  }
  const found = resolvePassage(normal(), { start, end: Math.max(end, start), ...known });
  if (found.state === 'orphaned') return lost(known, start);
  const there = text.slice(found.start, found.end);
  const score = found.state === 'moved' ? found.score : 1;
  if (words(there) === words(exact) && score >= surely) return exactly(text, found);
  return { ...known, start: found.start, end: found.end, status: 'moved', score };
}

/** Kept with its quotation; its old place is only where it once was. */
const lost = (known: { exact: string; prefix: string; suffix: string }, start: number) => ({
  ...known,
  start,
  end: start + known.exact.length,
  status: 'orphaned' as const,
  score: null,
});
