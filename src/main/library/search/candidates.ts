import type { TextRange } from '../../../shared/model/ranges.ts';
import type { Sequence } from '../../../shared/query/sequence.ts';
import { stem } from '../../../shared/text/stem.ts';
import { longestTerm } from '../../../shared/text/tokens.ts';
import { commonBeginning, moved, type Hit } from './hits.ts';
import { phraseEnd, wordEnd, wordStart } from './raw-words.ts';
import { isInside } from './snippet.ts';

const ascii = /^[0-9a-z]+$/;
const onlyAscii = /^[\0-\x7F]*$/;
/** Letters, marks and invisible characters beyond ASCII: with them a word may be one of ours unseen. */
const beyondAscii = /[^\0-\u00ac\u00ae-\u00bf\u00d7\u00f7\u2010-\u2027\u2030-\u205e]/;
const mostCandidates = 5000;
/** Of more different beginnings each is not looked for by itself: every token is read instead. */
const mostBeginnings = 24;

/** A phrase, and which of the things asked for it is. */
interface Phrase {
  readonly form: Sequence;
  readonly of: number;
}

/** What a quick look at a text has seen. */
export interface Look {
  /** The candidates, in order. */
  readonly hits: readonly Hit[];
  /** By the first so many of them is seen which passage is the best. */
  readonly deciding: number;
  /** All candidates before this place are among them. */
  readonly until: number;
}

/**
 * Places where something asked for probably stands, found by looking for the beginnings of words in
 * the raw text instead of reading every token of it. Only for words of ASCII letters and digits.
 */
export class Candidates {
  readonly #asked: readonly (readonly Sequence[])[];
  readonly #beginnings: readonly string[];
  /** The longest first. */
  readonly #phrases: readonly Phrase[];
  /** Which of the things asked for a word is, -1 for none. */
  readonly #known = new Map<string, number>();
  /** True where each thing is single words, which are none of the others'. */
  readonly #areApart: boolean;

  private constructor(asked: readonly (readonly Sequence[])[], beginnings: readonly string[]) {
    this.#asked = asked;
    this.#beginnings = beginnings;
    this.#phrases = asked
      .flatMap((forms, of) => forms.map((form) => ({ form, of })))
      .filter(({ form }) => form.terms.length > 1)
      .sort((a, b) => b.form.terms.length - a.form.terms.length);
    this.#areApart =
      this.#phrases.length === 0 &&
      asked.every((forms, i) =>
        asked.every((others, j) => i >= j || !forms.some((form) => others.some(meets(form)))),
      );
  }

  /** Null where something asked for cannot be looked for so. */
  static of(asked: readonly (readonly Sequence[])[]): Candidates | null {
    const beginnings = new Set<string>();
    for (const { stem, terms } of asked.flat()) {
      if (terms.length === 0 || !terms.every((term) => ascii.test(term))) return null;
      const [first = ''] = terms;
      beginnings.add(stem !== null && ascii.test(stem) ? commonBeginning(stem) : first);
    }
    const isFew = beginnings.size > 0 && beginnings.size <= mostBeginnings;
    return isFew ? new Candidates(asked, [...beginnings]) : null;
  }

  /**
   * Looks for the first place where everything asked for stands within `width`, outside the `hidden`
   * ranges. Null where the text may have some that cannot be seen so.
   */
  look(text: string, width: number, hidden: readonly TextRange[]): Look | null {
    const hits: Hit[] = [];
    const lastStart = this.#asked.map(() => -1);
    let missing = lastStart.length;
    let deciding = 0;
    let limit = Infinity;
    let until = text.length;
    const isSearched = this.#visit(text, (of, start, end) => {
      if (start > limit) {
        until = start;
        return true;
      }
      hits.push({ of, start, end });
      if (limit < Infinity) return false;
      if (hits.length >= mostCandidates) {
        until = end;
        return true;
      }
      if (isInside(start, hidden)) return false;
      if (lastStart[of] === -1) missing--;
      lastStart[of] = start;
      if (missing === 0 && end - least(lastStart) <= width) {
        deciding = hits.length;
        limit = end + width * 2;
      }
      return false;
    });
    if (deciding > 0) return { hits, deciding, until };
    const isWhole = missing === 0 || !beyondAscii.test(text);
    return isSearched && isWhole ? { hits, deciding: hits.length, until } : null;
  }

  /** As `findAll` of the part of a text that begins and ends between words, of which was looked for before. */
  between(text: string, start: number, end: number, { hits, until }: Look): Hit[] | null {
    const part = text.slice(start, end);
    if (!this.#isExactIn(part)) return null;
    if (end > until) {
      const all = this.findAll(part);
      return all === null ? null : moved(all, start);
    }
    const found: Hit[] = [];
    for (const hit of hits) {
      if (hit.start < start || hit.end > end) continue;
      if (hit.end - hit.start > longestTerm) return null;
      found.push(hit);
    }
    return found;
  }

  /**
   * All hits of a text that begins and ends between words, the same that tokens would give; null
   * where only they can tell.
   */
  findAll(text: string): Hit[] | null {
    if (!this.#isExactIn(text)) return null;
    const hits: Hit[] = [];
    let isOverlong = false;
    this.#visit(text, (of, start, end) => {
      isOverlong ||= end - start > longestTerm;
      hits.push({ of, start, end });
      return isOverlong;
    });
    return isOverlong ? null : hits;
  }

  #isExactIn(text: string): boolean {
    return this.#areApart && onlyAscii.test(text);
  }

  /**
   * Tells `visit` the candidates in their order, until it answers `true`. False where that cannot be
   * done: lower-case letters would stand elsewhere.
   */
  #visit(text: string, visit: (of: number, start: number, end: number) => boolean): boolean {
    const lower = text.toLowerCase();
    if (lower.length !== text.length) return false;
    const beginnings = this.#beginnings;
    const next = beginnings.map((beginning) => wordStart(lower, beginning, 0));
    for (;;) {
      const start = least(next);
      if (start === Infinity) return true;
      let end = wordEnd(lower, start);
      const phrase = this.#phrases.length === 0 ? null : this.#phraseAt(lower, start, end);
      const of = phrase?.of ?? this.#thingOf(lower.slice(start, end));
      end = phrase?.end ?? end;
      if (of >= 0 && visit(of, start, end)) return true;
      for (let i = 0; i < next.length; i++) {
        if ((next[i] as number) < end) next[i] = wordStart(lower, beginnings[i] as string, end);
      }
    }
  }

  /** The longest phrase asked for that begins with the word between `start` and `end`. */
  #phraseAt(lower: string, start: number, end: number): { of: number; end: number } | null {
    for (const { form, of } of this.#phrases) {
      const last = phraseEnd(lower, start, end, form);
      if (last !== null) return { of, end: last };
    }
    return null;
  }

  /** Which of the things asked for this folded word is; -1 for none. */
  #thingOf(word: string): number {
    let of = this.#known.get(word);
    if (of === undefined) {
      of = this.#asked.findIndex((forms) => forms.some((form) => isForm(form, word)));
      this.#known.set(word, of);
    }
    return of;
  }
}

/** The least of numbers; infinite of none. */
function least(numbers: readonly number[]): number {
  let least = Infinity;
  for (const number of numbers) if (number < least) least = number;
  return least;
}

/** Whether a word may be one that both single words ask for. */
const meets =
  (one: Sequence) =>
  (other: Sequence): boolean => {
    if (!one.prefix && !other.prefix) return rootOf(one) === rootOf(other);
    const [a, b] = [commonBeginning(rootOf(one)), commonBeginning(rootOf(other))];
    return a.startsWith(b) || b.startsWith(a);
  };

const rootOf = (form: Sequence): string => form.stem ?? stem(form.terms[0] ?? '');

/** Whether a form of one word is this word. */
function isForm({ stem: root, terms, prefix }: Sequence, word: string): boolean {
  if (root !== null) return word === root || stem(word) === root;
  const [term = ''] = terms;
  return terms.length === 1 && (prefix ? word.startsWith(term) : word === term);
}
