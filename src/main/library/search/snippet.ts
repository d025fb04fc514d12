import type { SearchItem } from '../../../shared/model/search.ts';
import type { TextRange } from '../../../shared/model/ranges.ts';
import type { Hit } from './hits.ts';

/** A passage of a text for a list of results, and where it stands. */
export interface Passage {
  readonly snippet: SearchItem['snippet'];
  /** The first hit inside the passage; the beginning of the text where there is none. */
  readonly first: TextRange;
}

const width = 240;
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
  const inside = hits.filter((hit) => hit.start >= from && hit.end <= to);
  const marks = merged(inside);
  const positions = new Map<number, number>();
  const wanted = new Set(marks.flat());
  let out = from > 0 ? '…' : '';
  let pending = false;
  for (let at = from; at < to; at++) {
    const character = text.charAt(at);
    if (space.test(character)) {
      if (wanted.has(at)) positions.set(at, out.length);
      pending = out !== '' && out !== '…';
      continue;
    }
    if (pending) {
      out += ' ';
      pending = false;
    }
    if (wanted.has(at)) positions.set(at, positions.get(at) ?? out.length);
    out += character;
  }
  positions.set(to, out.length);
  return {
    text: to < text.length ? `${out}…` : out,
    hits: marks.map(([a, b]): [number, number] => [
      positions.get(a) ?? 0,
      positions.get(b) ?? out.length,
    ]),
  };
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
