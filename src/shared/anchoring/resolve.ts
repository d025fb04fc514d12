import type { TextRange } from '../model/ranges.ts';
import type { PassageSelectors } from './describe.ts';
import { quoteCandidates, type Candidate } from './match-quote.ts';
import { normalQuote, type NormalText } from './normal-text.ts';

/** A place that was found, and how sure that is, from 0 to 1. */
export interface FoundPlace extends TextRange {
  readonly score: number;
}

/** Where a passage is in a text that may have changed. */
export type Resolution =
  | ({ readonly state: 'exact' } & TextRange)
  /** Found elsewhere, or in other words: a person has to confirm it. */
  | ({ readonly state: 'moved' } & FoundPlace)
  /** Lost. The closest candidate, if any, is only offered. */
  | { readonly state: 'orphaned'; readonly candidate: FoundPlace | null };

/** How much better the best place must be than the next. */
const margin = 0.1;
/** Context that speaks for a place: of both sides on average, or of one side alone. */
const enoughContext = 0.6;
const enoughOnOneSide = 0.85;
/** Characters of words and context that must agree where one side alone speaks for the words. */
const enoughCharacters = 40;

function isSupported(passage: PassageSelectors, best: Candidate): boolean {
  const sides = [best.prefix, best.suffix].filter((side) => side !== null);
  if (sides.length === 0) return false;
  const mean = sides.reduce((sum, side) => sum + side, 0) / sides.length;
  if (sides.length === 2 && mean >= enoughContext) return true;
  if (best.quote < 1 || Math.max(...sides) < enoughOnOneSide) return false;
  const agreeing =
    best.quote * normalQuote(passage.exact).length +
    (best.prefix ?? 0) * normalQuote(passage.prefix).length +
    (best.suffix ?? 0) * normalQuote(passage.suffix).length;
  return agreeing >= enoughCharacters;
}

/** Word for word the passage, between the words that stood around it. */
const isWhole = ({ quote, prefix, suffix }: Candidate): boolean =>
  quote === 1 && prefix === 1 && suffix === 1;

/** True where the passage is at its place, with the words around it. */
function isInPlace(source: string, passage: PassageSelectors): boolean {
  const { start, end, exact, prefix, suffix } = passage;
  return (
    source.startsWith(exact, start) &&
    end === start + exact.length &&
    source.slice(0, start).endsWith(prefix) &&
    source.startsWith(suffix, end) &&
    (prefix !== '' || start === 0) &&
    (suffix !== '' || end === source.length)
  );
}

/**
 * Finds a passage again: at its place if its words and the words around it are there, elsewhere
 * if the best place has context that speaks for it and leads the second best clearly, or not.
 * A place is never taken for the words alone: a look-alike would do.
 */
export function resolvePassage(text: NormalText, passage: PassageSelectors): Resolution {
  if (isInPlace(text.source, passage)) {
    return { state: 'exact', start: passage.start, end: passage.end };
  }
  const [best, ...others] = quoteCandidates(text, passage);
  if (best === undefined) return { state: 'orphaned', candidate: null };
  const { start, end, score } = best;
  const second = others.find((other) => other.end <= start || other.start >= end);
  // Paragraphs made alike (figures of each month) differ by less than the margin, in the words themselves.
  const isOnly = isWhole(best) && others.every(({ quote }) => quote < 1);
  const leads = isOnly || second === undefined || score - second.score >= margin;
  return leads && isSupported(passage, best)
    ? { state: 'moved', start, end, score }
    : { state: 'orphaned', candidate: { start, end, score } };
}
