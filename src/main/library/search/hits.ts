import type { TextRange } from '../../../shared/model/ranges.ts';
import type { Sequence } from '../../../shared/query/sequence.ts';
import { characterEnd } from '../../../shared/text/classes.ts';
import { stem } from '../../../shared/text/stem.ts';
import { visitTokens } from '../../../shared/text/tokens.ts';

/** A place in a text (UTF-16) where one of the sequences asked for stands. */
export interface Hit extends TextRange {
  /** Index of the sequence. */
  readonly of: number;
}

/** Longer texts are read in pieces of this length until every sequence has been seen. */
const pieceLength = 200_000;

interface Wanted {
  readonly sequence: Sequence;
  readonly index: number;
  /** What every form of a stemmed word starts with. */
  readonly beginning: string;
}

/** A sequence of which the terms before `next` have been met, from `start` on. */
interface Started {
  readonly wanted: Wanted;
  readonly start: number;
  next: number;
}

/** Finds the places of some sequences with the tokens and stems the index was made of. */
export class HitFinder {
  readonly #byFirstLetter = new Map<number, Wanted[]>();
  readonly #count: number;

  constructor(sequences: readonly Sequence[]) {
    this.#count = sequences.length;
    for (const [index, sequence] of sequences.entries()) {
      const beginning =
        sequence.stem === null ? (sequence.terms[0] ?? '') : commonBeginning(sequence.stem);
      if (beginning === '') continue;
      const letter = beginning.charCodeAt(0);
      const others = this.#byFirstLetter.get(letter) ?? [];
      this.#byFirstLetter.set(letter, [...others, { sequence, index, beginning }]);
    }
  }

  /** The hits in `text`, in order of their start; in a long text, those of its first pieces. */
  find(text: string): Hit[] {
    const hits: Hit[] = [];
    const seen = new Set<number>();
    for (let from = 0; from < text.length && seen.size < this.#count;) {
      const to = pieceEnd(text, from);
      const piece = from === 0 && to === text.length ? text : text.slice(from, to);
      for (const { of, start, end } of this.#findInPiece(piece)) {
        seen.add(of);
        hits.push({ of, start: start + from, end: end + from });
      }
      from = to;
    }
    return hits;
  }

  #findInPiece(text: string): Hit[] {
    const hits: Hit[] = [];
    let open: Started[] = [];
    visitTokens(text, (term, start, end, kind) => {
      const candidates = this.#byFirstLetter.get(term.charCodeAt(0));
      if (open.length === 0 && candidates === undefined) return;
      open = open.filter((started) => continues(started, term));
      for (const wanted of candidates ?? []) {
        if (begins(wanted, term)) open.push({ wanted, start, next: 1 });
      }
      for (const { wanted, start: from, next } of open) {
        const { terms } = wanted.sequence;
        if (next < terms.length) continue;
        // A single character asked for is met as the first of a pair.
        const half = kind === 'pair' && term !== terms[next - 1];
        hits.push({ of: wanted.index, start: from, end: half ? characterEnd(text, start) : end });
      }
      open = open.filter(({ wanted, next }) => next < wanted.sequence.terms.length);
    });
    return hits.sort((a, b) => a.start - b.start || b.end - a.end);
  }
}

function begins({ sequence, beginning }: Wanted, term: string): boolean {
  if (!term.startsWith(beginning)) return false;
  if (sequence.stem !== null) return term === sequence.stem || stem(term) === sequence.stem;
  return term === beginning || (sequence.prefix && sequence.terms.length === 1);
}

/** Moves `started` on where `term` is its next one. */
function continues(started: Started, term: string): boolean {
  const { terms, prefix } = started.wanted.sequence;
  const expected = terms[started.next++] ?? '';
  return (
    term === expected || (prefix && started.next === terms.length && term.startsWith(expected))
  );
}

/** Porter's algorithm changes no more than the last two letters of what it leaves. */
const commonBeginning = (stemmed: string): string =>
  stemmed.slice(0, Math.max(1, stemmed.length - 2));

/** The end of the piece from `from`: after white space where there is some close by. */
function pieceEnd(text: string, from: number): number {
  if (text.length - from <= pieceLength * 1.5) return text.length;
  const limit = from + pieceLength;
  for (let at = limit; at > limit - 1000; at--) {
    if (/\s/.test(text.charAt(at - 1))) return at;
  }
  return limit;
}
