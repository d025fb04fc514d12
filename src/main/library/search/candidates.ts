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

/**
 * Places where something asked for probably stands, found by a regular expression over the raw
 * text instead of reading every token of it. Only for words of ASCII letters and digits.
 */
export class Candidates {
  readonly #asked: readonly (readonly Sequence[])[];
  readonly #pattern: RegExp;
  readonly #known = new Map<string, number>();
  /** True where each thing is single words, which are none of the others'. */
  readonly #areApart: boolean;

  private constructor(asked: readonly (readonly Sequence[])[], pattern: RegExp) {
    this.#asked = asked;
    this.#pattern = pattern;
    this.#areApart =
      asked.flat().every(({ terms }) => terms.length === 1) &&
      asked.every((forms, i) =>
        asked.every((others, j) => i >= j || !forms.some((form) => others.some(meets(form)))),
      );
  }

  /** Null where something asked for cannot be looked for so. */
  static of(asked: readonly (readonly Sequence[])[]): Candidates | null {
    const forms = asked.flat();
    if (forms.length === 0) return null;
    if (!forms.every(({ terms }) => terms.length > 0 && terms.every((term) => ascii.test(term)))) {
      return null;
    }
    const beginnings = forms.map(({ stem, terms }) =>
      stem !== null && ascii.test(stem) ? commonBeginning(stem) : terms.join('[^0-9a-z]{1,9}'),
    );
    return new Candidates(
      asked,
      new RegExp(
        `(?<![0-9a-z])(?:${[...new Set(beginnings)].sort((a, b) => b.length - a.length).join('|')})[0-9a-z]*`,
        'gi',
      ),
    );
  }

  /**
   * The candidates up to the first place where everything asked for stands within `width`,
   * outside the `hidden` ranges. Null where the text may have some that cannot be seen so.
   */
  find(text: string, width: number, hidden: readonly TextRange[]): Hit[] | null {
    const hits: Hit[] = [];
    const lastStart = new Map<number, number>();
    const pattern = this.#pattern;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const of = this.#thingOf(match[0].toLowerCase());
      if (of < 0) continue;
      const start = match.index;
      const end = pattern.lastIndex;
      hits.push({ of, start, end });
      if (hits.length >= mostCandidates) break;
      if (hidden.some((range) => start >= range.start && start < range.end)) continue;
      lastStart.set(of, start);
      if (lastStart.size < this.#asked.length) continue;
      if (end - Math.min(...lastStart.values()) <= width) return hits;
    }
    const isWhole = lastStart.size === this.#asked.length || !beyondAscii.test(text);
    return isWhole ? hits : null;
  }

  /**
   * All hits of a text that begins and ends between words, the same that tokens would give; null
   * where only they can tell.
   */
  findAll(text: string): Hit[] | null {
    if (!this.#areApart || !onlyAscii.test(text)) return null;
    const hits: Hit[] = [];
    const pattern = this.#pattern;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const [word] = match;
      if (word.length > longestTerm) return null;
      const of = this.#thingOf(word.toLowerCase());
      if (of >= 0) hits.push({ of, start: match.index, end: match.index + word.length });
    }
    return hits;
  }

  /** Which of the things asked for these folded words are; -1 for none. */
  #thingOf(words: string): number {
    let of = this.#known.get(words);
    if (of === undefined) {
      const parts = words.split(/[^0-9a-z]+/);
      of = this.#asked.findIndex((forms) => forms.some((form) => isForm(form, parts)));
      this.#known.set(words, of);
    }
    return of;
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

function isForm(form: Sequence, words: readonly string[]): boolean {
  const { terms, prefix } = form;
  const [word = ''] = words;
  if (form.stem !== null) {
    return words.length === 1 && (word === form.stem || stem(word) === form.stem);
  }
  return (
    words.length === terms.length &&
    terms.every((term, i) => {
      const word = words[i] ?? '';
      return i === terms.length - 1 && prefix ? word.startsWith(term) : word === term;
    })
  );
}
