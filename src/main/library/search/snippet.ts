import type { SearchItem } from '../../../shared/model/search.ts';
import type { TextRange } from '../../../shared/model/ranges.ts';
import {
  endsSentence,
  evenSpaces,
  paragraphMark,
  readsOn,
  type ParagraphEnds,
} from './even-spaces.ts';
import type { Hit } from './hits.ts';
import { isSpaceAt } from './space-at.ts';

/** A passage of a text for a list of results, and where it stands. */
export interface Passage {
  readonly snippet: SearchItem['snippet'];
  /** The first hit inside the passage; the beginning of the text where there is none. */
  readonly first: TextRange;
}

/** A window of this many UTF-16 units is shown around the hits. */
export const passageWidth = 240;
const width = passageWidth;
const ellipsis = '…';

interface PassageOptions {
  /** Ranges left out of the passage (in order), unless the hits are all in them. */
  readonly hidden?: readonly TextRange[];
  readonly ends?: ParagraphEnds;
}

/**
 * The passage of `text` that shows most of what was asked for: the window with the most different
 * hits, the earliest of equals, and where something else stands further away, a second one.
 */
export function bestPassage(
  text: string,
  hits: readonly Hit[],
  { hidden = [], ends = 'empty line' }: PassageOptions = {},
): Passage {
  const seen = hidden.length === 0 ? hits : hits.filter((hit) => !isInside(hit.start, hidden));
  const left = seen.length === 0 ? withoutHits(hidden, hits) : hidden;
  const windows = bestWindows(seen.length === 0 ? hits : seen);
  const first = windows[0]?.[0];
  if (first === undefined) {
    const end = forward(0, width, left);
    return { snippet: cut(text, { start: 0, end }, [], left, ends), first: { start: 0, end: 0 } };
  }
  const snippet = extents(text.length, windows, left)
    .map((range) => cut(text, range, hits, left, ends))
    .reduce(joined);
  return { snippet, first: { start: first.start, end: first.end } };
}

/** A passage followed by one from further on: one of the dots between them is enough. */
function joined(before: SearchItem['snippet'], after: SearchItem['snippet']): typeof before {
  if (after.hits.length === 0) return before;
  const moved = before.text.length + 1 - ellipsis.length;
  return {
    text: `${before.text} ${after.text.slice(ellipsis.length)}`,
    hits: [
      ...before.hits,
      ...after.hits.map(([start, end]): [number, number] => [start + moved, end + moved]),
    ],
  };
}

/** What the passages around windows reach over, those that meet as one. */
function extents(
  length: number,
  windows: readonly (readonly Hit[])[],
  left: readonly TextRange[],
): TextRange[] {
  const [first, second] = windows.map((window) =>
    extent(length, window, left, Math.floor(width / windows.length)),
  );
  if (first === undefined || second === undefined) return first === undefined ? [] : [first];
  return second.start - first.end > reach * 2
    ? [first, second]
    : [{ start: first.start, end: Math.max(first.end, second.end) }];
}

/** What a passage around the hits of a window reaches over, the ranges left out not counted. */
function extent(
  length: number,
  window: readonly Hit[],
  left: readonly TextRange[],
  units: number,
): TextRange {
  const [first = { start: 0, end: 0 }] = window;
  const last = window.reduce((end, hit) => Math.max(end, hit.end), first.end);
  const before = Math.min(units / 4, Math.max(0, units - (last - first.start)));
  return {
    start: backward(first.start, before, left),
    end: Math.min(length, Math.max(forward(first.start, units - before, left), last)),
  };
}

/** The parts of a text that a passage around the hits of windows can show, in whole words. */
export const shownAround = (
  text: string,
  windows: readonly (readonly Hit[])[],
  left: readonly TextRange[],
): readonly TextRange[] =>
  extents(text.length, windows, left).map(({ start, end }) => ({
    start: wordStart(text, start),
    end: wordEnd(text, end),
  }));

export function isInside(at: number, ranges: readonly TextRange[]): boolean {
  for (const { start, end } of ranges) if (at >= start && at < end) return true;
  return false;
}

/** The ranges that no hit is in: where all hits are in hidden ranges, these alone stay left out. */
export const withoutHits = (
  ranges: readonly TextRange[],
  hits: readonly Hit[],
): readonly TextRange[] =>
  ranges.filter((range) => !hits.some((hit) => isInside(hit.start, [range])));

/** Where `units` units after `at` are passed, the ranges left out not counted. */
function forward(at: number, units: number, left: readonly TextRange[]): number {
  let end = at + units;
  for (const range of left) {
    if (range.end > at && range.start < end) end += range.end - Math.max(at, range.start);
  }
  return end;
}

function backward(at: number, units: number, left: readonly TextRange[]): number {
  let start = at - units;
  for (const range of left.toReversed()) {
    if (range.start < at && range.end > start) start -= Math.min(at, range.end) - range.start;
  }
  return Math.max(0, start);
}

/**
 * The window with most of what was asked for; where something else stands only elsewhere, the part
 * of it that shows the same, and the best window with the others. In their order in the text.
 */
export function bestWindows(hits: readonly Hit[]): readonly (readonly Hit[])[] {
  const best = bestWindow(hits, width);
  const [first] = best;
  if (first === undefined) return [];
  const shown = new Set(best.map(({ of }) => of));
  const others = hits.filter(({ of }) => !shown.has(of));
  if (others.length === 0) return [best];
  const met = new Set<number>();
  const enough = best.findIndex(({ of }) => met.add(of).size === shown.size) + 1;
  const second = bestWindow(others, Math.floor(width / 2));
  const [otherFirst = first] = second;
  const narrow = best.slice(0, enough);
  return first.start <= otherFirst.start ? [narrow, second] : [second, narrow];
}

/** The hits within `units` of each other that are of the most different things; the earliest such. */
function bestWindow(hits: readonly Hit[], units: number): readonly Hit[] {
  const counts: number[] = [];
  let different = 0;
  let most = 0;
  let bestFrom = 0;
  let bestTo = 0;
  let to = 0;
  for (let from = 0; from < hits.length; from++) {
    const first = hits[from] as Hit;
    while (to < hits.length && (to === from || (hits[to] as Hit).end <= first.start + units)) {
      const { of } = hits[to++] as Hit;
      const count = (counts[of] ?? 0) + 1;
      counts[of] = count;
      if (count === 1) different++;
    }
    if (different > most) {
      most = different;
      bestFrom = from;
      bestTo = to;
    }
    const remaining = (counts[first.of] ?? 1) - 1;
    counts[first.of] = remaining;
    if (remaining === 0) different--;
  }
  return hits.slice(bestFrom, bestTo);
}

/**
 * `[start, end)` of `text`, widened to whole words, without the ranges `left` out, white space
 * evened out, hits moved along.
 */
function cut(
  text: string,
  { start, end }: TextRange,
  hits: readonly Hit[],
  left: readonly TextRange[],
  ends: ParagraphEnds,
): SearchItem['snippet'] {
  const from = wordStart(text, start);
  const to = wordEnd(text, Math.min(end, text.length));
  let out = from > 0 ? ellipsis : '';
  const marks: [number, number][] = [];
  let before = '';
  for (const piece of without({ start: from, end: to }, left)) {
    const raw = text.slice(piece.start, piece.end);
    const even = evenSpaces(raw, ends);
    if (even.out === '') continue;
    if (before !== '') {
      const isBreak = /\n\s*$/.test(before) || /^\s*\n/.test(raw);
      out += isBreak && !readsOn(out, even.out) ? paragraphMark : ' ';
    }
    before = raw;
    const inside = hits.filter((hit) => hit.start >= piece.start && hit.end <= piece.end);
    for (const [a, b] of merged(inside)) {
      marks.push([
        out.length + even.position(a - piece.start),
        out.length + even.position(b - piece.start),
      ]);
    }
    out += even.out;
  }
  const more = endsSentence(out) ? ` ${ellipsis}` : ellipsis;
  return { text: to < text.length ? out + more : out, hits: marks };
}

/** The parts of `range` outside of `left`. */
function without(range: TextRange, left: readonly TextRange[]): TextRange[] {
  const parts: TextRange[] = [];
  let at = range.start;
  for (const { start, end } of left) {
    if (end <= at || start >= range.end) continue;
    if (start > at) parts.push({ start: at, end: start });
    at = end;
  }
  if (at < range.end) parts.push({ start: at, end: range.end });
  return parts;
}

/** Overlapping hits as one. */
export function merged(hits: readonly TextRange[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const { start, end } of hits) {
    const last = ranges.at(-1);
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
    else ranges.push([start, end]);
  }
  return ranges;
}

const reach = 30;

/** The start of the word at `at`, if near; never inside a surrogate pair. */
function wordStart(text: string, at: number): number {
  for (let i = at; i > Math.max(0, at - reach); i--) if (isSpaceAt(text, i - 1)) return i;
  if (at <= reach) return 0;
  return isLowSurrogate(text, at) ? at - 1 : at;
}

function wordEnd(text: string, at: number): number {
  const limit = Math.min(text.length, at + reach);
  for (let i = at; i < limit; i++) if (isSpaceAt(text, i)) return i;
  if (limit === text.length) return limit;
  return isLowSurrogate(text, at) ? at + 1 : at;
}

const isLowSurrogate = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
};
