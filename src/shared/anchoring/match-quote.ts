import approximate from 'approx-string-match';
import type { TextRange } from '../model/ranges.ts';
import type { PassageSelectors } from './describe.ts';
import { settledEdges } from './edges.ts';
import { normalQuote, type NormalText } from './normal-text.ts';

/** Weights of what a candidate place is judged by. */
const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 };

/** Quotations may differ by this share of their length. */
const toleratedErrors = 0.2;
/** Shorter quotations are only looked for word for word. */
const shortestApproximate = 16;

/** A place that may hold the passage. Likenesses are from 0 to 1. */
export interface Candidate extends TextRange {
  /** All likenesses, weighted. */
  readonly score: number;
  readonly quote: number;
  /** Null where the passage had no words on that side. */
  readonly prefix: number | null;
  readonly suffix: number | null;
}

/** How like `text` is to `pattern`; 0 where more than half of it differs. */
function likeness(text: string, pattern: string): number {
  if (text === pattern) return 1;
  const [best] = approximate(text, pattern, Math.floor(pattern.length / 2));
  return best === undefined ? 0 : 1 - best.errors / pattern.length;
}

interface Place extends TextRange {
  readonly errors: number;
}

function exactPlaces(text: string, quote: string): Place[] {
  const places: Place[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    places.push({ start: at, end: at + quote.length, errors: 0 });
  }
  return places;
}

/** The closest places of `text[from, to)`, each reported once where several overlap. */
function closestPlaces(text: string, quote: string, { start: from, end: to }: TextRange): Place[] {
  const tolerated = Math.floor(quote.length * toleratedErrors);
  if (to - from < quote.length - tolerated) return [];
  const found = approximate(text.slice(from, to), quote, tolerated);
  const places: Place[] = [];
  for (const { start, end, errors } of found) {
    const last = places.at(-1);
    if (last === undefined || from + start >= last.end) {
      places.push({ start: from + start, end: from + end, errors });
    }
  }
  return places;
}

/** What lies between places, where less alike ones may still be. */
function gaps(places: readonly TextRange[], length: number): TextRange[] {
  const edges = [...places].sort((a, b) => a.start - b.start);
  const between: TextRange[] = [];
  let start = 0;
  for (const place of edges) {
    if (place.start > start) between.push({ start, end: place.start });
    start = place.end;
  }
  if (start < length) between.push({ start, end: length });
  return between;
}

function allPlaces(text: string, quote: string): Place[] {
  const exact = exactPlaces(text, quote);
  if (quote.length < shortestApproximate) return exact;
  const close = gaps(exact, text.length).flatMap((gap) => closestPlaces(text, quote, gap));
  const further = gaps([...exact, ...close], text.length).flatMap((gap) =>
    close.length === 0 ? [] : closestPlaces(text, quote, gap),
  );
  return exact.concat(close, further);
}

/**
 * The places of a text where a passage may stand, best first. A place is judged by its words (50),
 * the words before (20) and after it (20) and how near it is to where the passage was (2): weights
 * as published for Hypothesis's client, scoring of our own. Ranges are UTF-16 offsets of the source.
 */
export function quoteCandidates(text: NormalText, passage: PassageSelectors): Candidate[] {
  const quote = normalQuote(passage.exact);
  const prefix = normalQuote(passage.prefix);
  const suffix = normalQuote(passage.suffix);
  if (quote === '') return [];
  const expected = text.position(passage.start);
  const judge = ({ start, end, errors }: Place): Candidate => {
    const before = text.text.slice(0, start).trimEnd().slice(-prefix.length);
    const after = text.text.slice(end, end + suffix.length + 1).trimStart();
    const likenesses = {
      quote: 1 - errors / quote.length,
      prefix: prefix === '' ? null : likeness(before, prefix),
      suffix: suffix === '' ? null : likeness(after.slice(0, suffix.length), suffix),
      position: 1 - Math.abs(start - expected) / Math.max(1, text.text.length),
    };
    let [sum, possible] = [0, 0];
    for (const part of ['quote', 'prefix', 'suffix', 'position'] as const) {
      const value = likenesses[part];
      if (value === null) continue;
      sum += weights[part] * value;
      possible += weights[part];
    }
    const around = { prefix, suffix, tolerated: Math.floor(quote.length * toleratedErrors) };
    const range = errors === 0 ? { start, end } : settledEdges(text.text, { start, end }, around);
    return { ...text.original(range), score: sum / possible, ...likenesses };
  };
  return allPlaces(text.text, quote)
    .map(judge)
    .sort((a, b) => b.score - a.score);
}
