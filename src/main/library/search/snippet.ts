import type { SearchItem } from '../../../shared/model/search.ts';
import type { TextRange } from '../../../shared/model/ranges.ts';
import type { Hit } from './hits.ts';

/** A passage of a text for a list of results, and where it stands. */
export interface Passage {
  readonly snippet: SearchItem['snippet'];
  /** The first hit inside the passage; the beginning of the text where there is none. */
  readonly first: TextRange;
}

/** A window of this many UTF-16 units is shown around the hits. */
export const passageWidth = 240;
const width = passageWidth;
const lead = 60;
const space = /\s/;

/**
 * The passage of `text` that shows most of what was asked for: the window with the most
 * different hits, the earliest of equals; hits in `hidden` ranges count half.
 */
export function bestPassage(
  text: string,
  hits: readonly Hit[],
  hidden: readonly TextRange[] = [],
): Passage {
  const window = bestWindow(hits, hidden);
  const [first] = window;
  if (first === undefined) {
    return { snippet: cut(text, 0, width, []), first: { start: 0, end: 0 } };
  }
  const last = window.reduce((end, hit) => Math.max(end, hit.end), first.end);
  const slack = Math.max(0, width - (last - first.start));
  const start = Math.max(0, first.start - Math.min(lead, slack));
  const end = Math.min(text.length, Math.max(start + width, last));
  return {
    snippet: cut(text, start, end, hits),
    first: { start: first.start, end: first.end },
  };
}

function bestWindow(hits: readonly Hit[], hidden: readonly TextRange[]): readonly Hit[] {
  let best: readonly Hit[] = [];
  let bestScore = 0;
  const counts = new Map<number, number>();
  let to = 0;
  for (let from = 0; from < hits.length; from++) {
    const first = hits[from] as Hit;
    while (to < hits.length && (to === from || (hits[to] as Hit).end <= first.start + width)) {
      const { of } = hits[to++] as Hit;
      counts.set(of, (counts.get(of) ?? 0) + 1);
    }
    const isHidden = hidden.some(({ start, end }) => first.start >= start && first.start < end);
    const score = counts.size * (isHidden ? 0.5 : 1);
    if (score > bestScore) {
      bestScore = score;
      best = hits.slice(from, to);
    }
    const left = (counts.get(first.of) ?? 1) - 1;
    if (left === 0) counts.delete(first.of);
    else counts.set(first.of, left);
  }
  return best;
}

/** `[start, end)` of `text`, widened to whole words, white space evened out, hits moved along. */
function cut(
  text: string,
  start: number,
  end: number,
  hits: readonly Hit[],
): SearchItem['snippet'] {
  const from = wordStart(text, start);
  const to = wordEnd(text, end);
  const marks = merged(hits.filter((hit) => hit.start >= from && hit.end <= to));
  const before = from > 0 ? '…' : '';
  const after = to < text.length ? '…' : '';
  const { out, position } = evenSpaces(text.slice(from, to));
  return {
    text: before + out + after,
    hits: marks.map(([a, b]): [number, number] => [
      before.length + position(a - from),
      before.length + position(b - from),
    ]),
  };
}

/** Every stretch of white space as one space, none at the ends, and where a position went. */
function evenSpaces(piece: string): { out: string; position: (at: number) => number } {
  const trimmed = piece.trim();
  const lead = piece.length - piece.trimStart().length;
  const removed: { readonly at: number; readonly units: number }[] = [];
  const out = trimmed.replace(/\s+/g, (spaces: string, at: number) => {
    if (spaces.length > 1) removed.push({ at: at + 1, units: spaces.length - 1 });
    return ' ';
  });
  const position = (at: number) => {
    let moved = at - lead;
    for (const gap of removed)
      if (gap.at < at - lead) moved -= Math.min(gap.units, at - lead - gap.at);
    return Math.max(0, Math.min(moved, out.length));
  };
  return { out, position };
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
  for (let i = at; i > Math.max(0, at - reach); i--) if (space.test(text.charAt(i - 1))) return i;
  if (at <= reach) return 0;
  return isLowSurrogate(text, at) ? at - 1 : at;
}

function wordEnd(text: string, at: number): number {
  const limit = Math.min(text.length, at + reach);
  for (let i = at; i < limit; i++) if (space.test(text.charAt(i))) return i;
  if (limit === text.length) return limit;
  return isLowSurrogate(text, at) ? at + 1 : at;
}

const isLowSurrogate = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
};
