import { casesOf } from './case-endings.ts';
import { character, classAt } from './characters.ts';
import { titlesAfterNames } from './honorifics.ts';
import { isAsciiLetter, PlainWords } from './plain-words.ts';
import { formsOf } from './word-forms.ts';
import { wordAt, type LetterCase, type NameWord } from './words.ts';

/** A word of a pattern: how it is spelled, and how it must be written. */
export interface PatternWord {
  readonly folded: string;
  /** `initial`: a capital with a full stop. */
  readonly letters: LetterCase | 'initial';
}

/** A place where the words of one or more patterns stand. UTF-16 offsets. */
export interface Hit<T> {
  readonly start: number;
  readonly end: number;
  readonly values: readonly T[];
  /** Found in a case that only the language of the text tells. */
  readonly inflected: boolean;
}

interface Output<T> {
  readonly words: readonly PatternWord[];
  readonly needsTitle: boolean;
  readonly value: T;
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly outputs: Output<T>[];
}

/** No word has a full stop: only what is written with one leads on from here. */
const initialKey = (folded: string): string => `${folded}.`;

const isUpperAscii = (unit: number): boolean => unit >= 0x41 && unit <= 0x5a;

const node = <T>(): Node<T> => ({ next: new Map(), outputs: [] });

/**
 * What may stand between two words of one name: a space, one line break, a hyphen, a middle dot,
 * the apostrophe of a plural.
 */
const joint =
  /(?:[-‐‑–]|\s?[・·•＝]\s?|(?:(?<=s)['’ʼ](?=\s))?[^\S\r\n]{0,3}(?:\r?\n[^\S\r\n]{0,8})?)/uy;
const initialJoint = /\.\s{0,2}/uy;

/** Korean particles and titles that are written onto a name. */
const afterHangul =
  /^(?:은|는|이|가|을|를|의|에|에게|에서|께서|께|와|과|도|로|으로|만|까지|부터|보다|처럼|한테|측|이라|라|이며|이고|씨|님)?(?:$|[^\p{Script=Hangul}])/u;

/** What makes another word of a name in Japanese or Chinese: a people, a language, a make. */
const otherWord = /^[人語语文製产產系民]/u;

/** How far past a hit a rule has to look. */
const lookahead = 12;

/**
 * Finds many names in one pass over a text. Names are sequences of folded words in a trie, so a
 * name ends at word boundaries and a place is looked up once however many names there are; the
 * longest name at a place wins. A place inside a longer hit is no hit.
 */
export class NameMatcher<T> {
  readonly #root = node<T>();
  /** First letters of names in lower case; most words of a text need no look-up at all. */
  readonly #lower = new Set<number>();
  #anyLower = false;
  readonly #firstWords = new PlainWords();

  /**
   * Adds a name; `value` comes back with its hits. With `needsTitle` it counts only before a title
   * that follows names, as in Japanese, Chinese and Korean.
   */
  add(words: readonly PatternWord[], value: T, needsTitle = false): void {
    const [first] = words;
    if (first === undefined) return;
    if (first.letters === 'lower') {
      const unit = first.folded.charCodeAt(0);
      if (unit < 0x80) this.#lower.add(unit);
      else this.#anyLower = true;
    }
    if (first.letters !== 'initial') this.#firstWords.add(first.folded);
    let at = this.#root;
    for (const { folded, letters } of words) {
      const key = letters === 'initial' ? initialKey(folded) : folded;
      let following = at.next.get(key);
      if (following === undefined) at.next.set(key, (following = node()));
      at = following;
    }
    at.outputs.push({ words, value, needsTitle });
  }

  get isEmpty(): boolean {
    return this.#root.next.size === 0;
  }

  /**
   * All hits in `text` with a value that counts there, in order, none overlapping another.
   * `language`: one of `caseLanguages`, in whose cases names stand as well.
   */
  find(
    text: string,
    counts: (value: T) => boolean = () => true,
    language: string | null = null,
  ): Hit<T>[] {
    const hits: Hit<T>[] = [];
    if (this.isEmpty) return hits;
    let offset = 0;
    while (offset < text.length) {
      const unit = text.charCodeAt(offset);
      if (unit < 0x80) {
        if (unit >= 0x61 && unit <= 0x7a && !this.#lower.has(unit)) {
          offset = skipWord(text, offset);
          continue;
        }
        const mayBeCase = language !== null && isUpperAscii(unit);
        const end = mayBeCase ? offset : this.#firstWords.endOfOther(text, offset);
        if (end > offset) {
          offset = end;
          continue;
        }
      } else if (classAt(text, offset) === character.other) {
        offset += 1;
        continue;
      }
      const word = wordAt(text, offset);
      const hit = this.#at(text, word, counts, language);
      if (hit !== null) hits.push(hit);
      offset = hit === null ? word.next : Math.max(hit.end, word.next);
    }
    return hits;
  }

  /** The longest names that start with a word, over all the words it may be a form of. */
  #at(
    text: string,
    first: NameWord,
    counts: (value: T) => boolean,
    language: string | null,
  ): Hit<T> | null {
    if (
      first.letters === 'lower' &&
      !this.#anyLower &&
      !this.#lower.has(first.folded.charCodeAt(0))
    )
      return null;
    const search: Search<T> = { text, counts, language, written: [], best: null };
    step(search, this.#root, first);
    return search.best;
  }
}

/** The words of a text that led into the trie so far, and the longest hit on the way. */
interface Search<T> {
  readonly text: string;
  readonly counts: (value: T) => boolean;
  readonly language: string | null;
  readonly written: NameWord[];
  best: Hit<T> | null;
}

/** Goes on from a node by a word: as it is written, and as what it may be a form of. */
function step<T>(search: Search<T>, from: Node<T>, word: NameWord): void {
  const exact = from.next.get(word.folded);
  if (exact !== undefined) enter(search, exact, word);
  if (word.folded.length === 1 && search.text.charCodeAt(word.end) === 0x2e) {
    const initial = from.next.get(initialKey(word.folded));
    if (initial !== undefined) enter(search, initial, word);
  }
  if (search.language !== null) {
    for (const form of casesOf(search.language, word)) {
      const at = from.next.get(form.folded);
      if (at !== undefined) enter(search, at, form);
    }
  }
  if (!mayBeForm(search.text, word)) return;
  for (const form of formsOf(search.text, word)) {
    // What stands between two words of a name belongs to neither.
    if (search.written.length > 0 && form.start !== word.start) continue;
    const at = from.next.get(form.folded);
    if (at !== undefined) enter(search, at, form);
  }
}

/** Takes what ends at a node, then reads on. */
function enter<T>(search: Search<T>, at: Node<T>, last: NameWord): void {
  const { text, written } = search;
  written.push(last);
  if (at.outputs.length > 0) {
    const values = valuesAt(search, at.outputs);
    const start = written[0]?.start ?? last.start;
    const inflected = written.some((word) => word.inflected === true);
    if (values.length > 0)
      search.best = longer(search.best, { start, end: last.end, values, inflected });
  }
  const following = at.next.size === 0 ? null : nextWord(text, last);
  if (following !== null) step(search, at, following);
  written.pop();
}

function valuesAt<T>({ text, counts, written }: Search<T>, outputs: readonly Output<T>[]): T[] {
  const [first, last] = [written[0], written.at(-1)];
  if (first === undefined || last === undefined || !isWhole(text, first, last)) return [];
  return outputs
    .filter(
      ({ words, value, needsTitle }) =>
        counts(value) && fits(text, words, written) && (!needsTitle || beforeTitle(text, last.end)),
    )
    .map(({ value }) => value);
}

/** Words of ASCII letters alone have no form that is written onto them. */
function mayBeForm(text: string, { start, end, script }: NameWord): boolean {
  if (script !== character.word) return false;
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80 || unit === 0x27 || unit === 0x60) return true;
  }
  return false;
}

/** The longer of two hits; of hits at one place all values. */
function longer<T>(best: Hit<T> | null, hit: Hit<T>): Hit<T> {
  if (best === null || hit.end > best.end) return hit;
  if (hit.end < best.end) return best;
  const values = [...new Set([...best.values, ...hit.values])];
  const inflected = best.inflected && hit.inflected;
  return { start: Math.max(best.start, hit.start), end: best.end, values, inflected };
}

/** From a lower-case word on to the next character that may start a name. */
function skipWord(text: string, from: number): number {
  let offset = from + 1;
  while (offset < text.length) {
    const unit = text.charCodeAt(offset);
    if (unit >= 0x61 && unit <= 0x7a) offset += 1;
    else if (unit < 0x80) {
      const isWord = (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);
      if (!isWord) return offset;
      offset += 1;
    } else if (classAt(text, offset) === character.word) offset += 1;
    else return offset;
  }
  return offset;
}

function nextWord(text: string, last: NameWord): NameWord | null {
  let from = last.next;
  if (text.charCodeAt(from) === 0x20 && isAsciiLetter(text.charCodeAt(from + 1))) {
    return wordAt(text, from + 1);
  }
  if (text[from] === '.' && last.folded.length <= 3) from += matched(initialJoint, text, from);
  else from += matched(joint, text, from);
  const script = classAt(text, from);
  if (script === character.other) return null;
  const isAttached = from === last.next;
  if (isAttached && script === character.word && last.script === character.word) return null;
  return wordAt(text, from);
}

function matched(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0].length ?? 0;
}

/**
 * Capitals of the name are capitals in the text, but after a hyphen ("Han Bit", "Han-bit"); an
 * acronym is written as one.
 */
function fits(text: string, words: readonly PatternWord[], written: readonly NameWord[]): boolean {
  return words.every((word, index) => {
    const place = written[index];
    const letters = place?.letters;
    if (word.letters === 'capital') {
      if (letters === 'capital' || letters === 'upper') return true;
      return index > 0 && place !== undefined && /[-‐‑]/u.test(text.charAt(place.start - 1));
    }
    if (word.letters === 'initial') return letters === 'capital';
    if (word.letters === 'upper') {
      return letters === 'upper' || (word.folded.length > 5 && letters === 'capital');
    }
    return true;
  });
}

const beforeTitle = (text: string, offset: number): boolean => {
  const after = text.slice(offset, offset + lookahead).trimStart();
  return titlesAfterNames.some((title) => after.startsWith(title));
};

/** False where the characters found are a part of another word. */
function isWhole(text: string, first: NameWord, last: NameWord): boolean {
  const after = text.slice(last.end, last.end + lookahead);
  if (last.script === character.hangul) {
    if (first.script === character.hangul && first.start > 0) {
      if (classAt(text, first.start - 1) === character.hangul) return false;
    }
    return afterHangul.test(after) || beforeTitle(text, last.end);
  }
  if (last.script !== character.ideograph) return true;
  const isKatakana = (char: string | undefined) =>
    char !== undefined && /[\p{Script=Katakana}ー]/u.test(char);
  if (isKatakana(text[last.start]) && isKatakana(after[0])) return false;
  if (isKatakana(text[first.start]) && isKatakana(text[first.start - 1])) return false;
  return !otherWord.test(after);
}
