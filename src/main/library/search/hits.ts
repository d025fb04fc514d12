import type { TextRange } from '../../../shared/model/ranges.ts';
import type { Sequence } from '../../../shared/query/sequence.ts';
import { characterEnd } from '../../../shared/text/classes.ts';
import { stem } from '../../../shared/text/stem.ts';
import { visitTokens, type TokenKind } from '../../../shared/text/tokens.ts';

/** A place in a text (UTF-16) where one of the things asked for stands. */
export interface Hit extends TextRange {
  /** Index of what was asked for. */
  readonly of: number;
}

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

/**
 * Finds the places of what was asked for with the tokens and stems the index was made of. Each
 * thing is one sequence, or several that stand for it: the near words of a fuzzy one.
 */
export class HitFinder {
  readonly #byFirstLetter = new Map<number, Wanted[]>();
  readonly #count: number;

  constructor(asked: readonly (readonly Sequence[])[]) {
    this.#count = asked.length;
    const sequences = asked.flatMap((forms, index) =>
      forms.map((sequence): [number, Sequence] => [index, sequence]),
    );
    for (const [index, sequence] of sequences) {
      const beginning =
        sequence.stem === null ? (sequence.terms[0] ?? '') : commonBeginning(sequence.stem);
      if (beginning === '') continue;
      const letter = beginning.charCodeAt(0);
      const others = this.#byFirstLetter.get(letter) ?? [];
      this.#byFirstLetter.set(letter, [...others, { sequence, index, beginning }]);
    }
  }

  /** All hits in `text`, in order of their start. */
  find(text: string): Hit[] {
    return this.#scan(text, () => Infinity);
  }

  /**
   * The hits up to the first place where every sequence stands within `width` units, outside
   * the `hidden` ranges, and those of `width` units beyond it; all hits where there is none.
   */
  findUntilAll(text: string, width: number, hidden: readonly TextRange[]): Hit[] {
    const lastStart = new Map<number, number>();
    return this.#scan(text, (hit) => {
      if (hidden.some(({ start, end }) => hit.start >= start && hit.start < end)) return Infinity;
      lastStart.set(hit.of, hit.start);
      if (lastStart.size < this.#count) return Infinity;
      const first = Math.min(...lastStart.values());
      return hit.end - first <= width ? hit.end + width : Infinity;
    });
  }

  /** `last` answers for every hit how far to go on. */
  #scan(text: string, last: (hit: Hit) => number): Hit[] {
    const hits: Hit[] = [];
    let limit = Infinity;
    const add = (of: number, start: number, end: number) => {
      const hit = { of, start, end };
      hits.push(hit);
      if (limit === Infinity) limit = last(hit);
    };
    let open: Started[] = [];
    visitTokens(text, (term, start, end, kind) => {
      if (start > limit) return true;
      const candidates = this.#byFirstLetter.get(term.charCodeAt(0));
      if (open.length > 0) {
        open = open.filter((started) => continues(started, term));
        for (const { wanted, start: from, next } of open) {
          const { terms } = wanted.sequence;
          if (next === terms.length)
            add(wanted.index, from, matchEnd(text, term, start, end, terms[next - 1], kind));
        }
        open = open.filter(({ wanted, next }) => next < wanted.sequence.terms.length);
      }
      if (candidates === undefined) return false;
      for (const wanted of candidates) {
        if (!begins(wanted, term)) continue;
        const { terms } = wanted.sequence;
        if (terms.length > 1) open.push({ wanted, start, next: 1 });
        else add(wanted.index, start, matchEnd(text, term, start, end, terms[0], kind));
      }
      return false;
    });
    return hits.sort((a, b) => a.start - b.start || b.end - a.end);
  }
}

/** A single character asked for is met as the first of a pair, and ends before the second. */
function matchEnd(
  text: string,
  term: string,
  start: number,
  end: number,
  asked: string | undefined,
  kind: TokenKind,
): number {
  return kind === 'pair' && term !== asked ? characterEnd(text, start) : end;
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
export const commonBeginning = (stemmed: string): string =>
  stemmed.slice(0, Math.max(1, stemmed.length - 2));

/** Hits of a part of a text as hits of the text, where the part stands at `by`. */
export const moved = (hits: readonly Hit[], by: number): Hit[] =>
  hits.map(({ of, start, end }) => ({ of, start: start + by, end: end + by }));
