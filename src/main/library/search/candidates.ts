import type { TextRange } from '../../../shared/model/ranges.ts';
import type { Sequence } from '../../../shared/query/sequence.ts';
import { stem } from '../../../shared/text/stem.ts';
import { longestTerm } from '../../../shared/text/tokens.ts';
import { commonBeginning, type Hit } from './hits.ts';

const ascii = /^[0-9a-z]+$/;
const onlyAscii = /^[\0-\x7F]*$/;
/** Letters, marks and invisible characters beyond ASCII: with them a word may be one of ours unseen. */
const beyondAscii = /[^\0-\u00ac\u00ae-\u00bf\u00d7\u00f7\u2010-\u2027\u2030-\u205e]/;
const mostCandidates = 5000;
/** Of more different beginnings each is not looked for by itself: every token is read instead. */
const mostBeginnings = 24;
/** Between two words of a phrase are no more characters than this, or only tokens can tell. */
const widestGap = 9;

/** A phrase, and which of the things asked for it is. */
interface Phrase {
  readonly form: Sequence;
  readonly of: number;
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
   * The candidates up to the first place where everything asked for stands within `width`,
   * outside the `hidden` ranges. Null where the text may have some that cannot be seen so.
   */
  find(text: string, width: number, hidden: readonly TextRange[]): Hit[] | null {
    const hits: Hit[] = [];
    const lastStart = new Map<number, number>();
    let isFound = false;
    const isSearched = this.#visit(text, (of, start, end) => {
      hits.push({ of, start, end });
      if (hits.length >= mostCandidates) return true;
      if (hidden.some((range) => start >= range.start && start < range.end)) return false;
      lastStart.set(of, start);
      if (lastStart.size < this.#asked.length) return false;
      isFound = end - Math.min(...lastStart.values()) <= width;
      return isFound;
    });
    if (isFound) return hits;
    const isWhole = lastStart.size === this.#asked.length || !beyondAscii.test(text);
    return isSearched && isWhole ? hits : null;
  }

  /**
   * All hits of a text that begins and ends between words, the same that tokens would give; null
   * where only they can tell.
   */
  findAll(text: string): Hit[] | null {
    if (!this.#areApart || !onlyAscii.test(text)) return null;
    const hits: Hit[] = [];
    let isOverlong = false;
    this.#visit(text, (of, start, end) => {
      isOverlong ||= end - start > longestTerm;
      hits.push({ of, start, end });
      return isOverlong;
    });
    return isOverlong ? null : hits;
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
      const start = Math.min(...next);
      if (start === Infinity) return true;
      let end = wordEnd(lower, start);
      const phrase = this.#phrases.length === 0 ? null : this.#phraseAt(lower, start, end);
      const of = phrase?.of ?? this.#thingOf(lower.slice(start, end));
      end = phrase?.end ?? end;
      if (of >= 0 && visit(of, start, end)) return true;
      for (const [i, beginning] of beginnings.entries()) {
        if ((next[i] ?? 0) < end) next[i] = wordStart(lower, beginning, end);
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

const isLetterOrDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
};

/** Where the next word with this beginning starts; infinite where there is none. */
function wordStart(lower: string, beginning: string, from: number): number {
  for (let at = lower.indexOf(beginning, from); at >= 0; at = lower.indexOf(beginning, at + 1)) {
    if (!isLetterOrDigit(lower, at - 1)) return at;
  }
  return Infinity;
}

function wordEnd(lower: string, start: number): number {
  let end = start;
  while (isLetterOrDigit(lower, end)) end++;
  return end;
}

/** Where a phrase ends that may begin with the word between `start` and `end`; null where it does not. */
function phraseEnd(lower: string, start: number, end: number, form: Sequence): number | null {
  const { terms, prefix } = form;
  for (let i = 0; ; i++) {
    const term = terms[i] ?? '';
    const isLast = i === terms.length - 1;
    const isSame = end - start === term.length || (isLast && prefix);
    if (!isSame || !lower.startsWith(term, start)) return null;
    if (isLast) return end;
    start = end;
    while (start < lower.length && !isLetterOrDigit(lower, start)) {
      if (++start - end > widestGap) return null;
    }
    end = wordEnd(lower, start);
  }
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
