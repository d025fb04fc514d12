import { characterEnd, classAt, unit } from './classes.ts';
import { foldString } from './fold.ts';
import { asciiTerm, digitOf, longestPacked, packed, termOf, type Term } from './terms.ts';

/**
 * `word`: a run of letters and digits. `pair`: two neighbouring characters of a script written
 * without spaces. `last`: the last character of such a run, alone, so that every single
 * character starts some token.
 */
export type TokenKind = 'word' | 'pair' | 'last';

/** A searchable unit: its folded term and where it stands in the text (UTF-16). */
export interface Token {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
}

/** Gets one token; answers `true` to see no more. */
export type Visitor<T> = (term: T, start: number, end: number, kind: TokenKind) => boolean | void;

/** Terms are cut here, in the index and in queries alike: longer ones are data, not words. */
export const longestTerm = 64;

const notInTerm = /[^\p{L}\p{N}\p{M}]/gu;
const cacheLimit = 50_000;
const foldedWords = new Map<string, string>();

function foldedWord(slice: string): string {
  if (slice.length > longestTerm * 4) return foldTerm(slice.slice(0, longestTerm * 4));
  let term = foldedWords.get(slice);
  if (term === undefined) {
    term = foldTerm(slice);
    if (foldedWords.size >= cacheLimit) foldedWords.clear();
    foldedWords.set(slice, term);
  }
  return term;
}

const foldTerm = (slice: string): string => {
  const term = foldString(slice).replace(notInTerm, '');
  return term.length > longestTerm ? Array.from(term).slice(0, longestTerm).join('') : term;
};

/**
 * Calls `visit` for every token of `text`, in order, until it answers `true`. What falls between tokens (punctuation,
 * NUL, lone surrogates) is skipped. Joining the terms by spaces gives what the index holds.
 */
export function visitTokens(text: string, visit: Visitor<string>): void {
  visitTerms(text, (term, start, end, kind) => visit(term.text, start, end, kind));
}

/** As `visitTokens`, with what is known of each term. */
export function visitTerms(text: string, visit: Visitor<Term>): void {
  const length = text.length;
  for (let at = 0; at < length;) {
    const code = text.charCodeAt(at);
    if (code < 0x80) {
      at = digitOf[code] === 0 ? at + 1 : visitAscii(text, at, visit);
      continue;
    }
    const kind = classAt(text, at);
    if (kind === unit.letter) at = visitWord(text, at, visit);
    else if (kind === unit.unspaced) at = visitRun(text, at, visit);
    else at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
}

/**
 * The same for a text that is all ASCII, by its characters as `bytes`: a third of the time it takes
 * to ask a string for each of them.
 */
export function visitAsciiTerms(text: string, bytes: Uint8Array, visit: Visitor<Term>): void {
  const { length } = bytes;
  for (let at = 0; at < length;) {
    const start = at;
    let head = 0;
    let rest = 0;
    for (; at < length; at += 1) {
      const digit = digitOf[bytes[at] as number] as number;
      if (digit === 0) break;
      if (at - start < longestPacked / 2) head = packed(head, digit);
      else rest = packed(rest, digit);
    }
    if (at === start) {
      at += 1;
    } else if (at - start > longestPacked) {
      at = visitWord(text, start, visit);
    } else if (visit(asciiTerm(text, start, at, head, rest), start, at, 'word') === true) {
      return;
    }
  }
}

/** Visits the word that starts at `start`, most likely all ASCII; answers where to go on. */
function visitAscii(text: string, start: number, visit: Visitor<Term>): number {
  const length = text.length;
  let head = 0;
  let rest = 0;
  let at = start;
  for (; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x80) {
      const kind = classAt(text, at);
      if (kind === unit.separator || kind === unit.unspaced) break;
      return visitWord(text, start, visit);
    }
    const digit = digitOf[code] as number;
    if (digit === 0) break;
    if (at - start < longestPacked / 2) head = packed(head, digit);
    else rest = packed(rest, digit);
  }
  if (at - start > longestPacked) return visitWord(text, start, visit);
  return visit(asciiTerm(text, start, at, head, rest), start, at, 'word') === true ? length : at;
}

/** Visits the word of any letters that starts at `start`; answers where to go on. */
function visitWord(text: string, start: number, visit: Visitor<Term>): number {
  const length = text.length;
  let at = start;
  let end = start;
  while (at < length) {
    const kind = classAt(text, at);
    if (kind === unit.separator || kind === unit.unspaced) break;
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    if (kind !== unit.ignored) end = at;
  }
  const term = termOf(foldedWord(text.slice(start, end)));
  return term.text !== '' && visit(term, start, end, 'word') === true ? length : at;
}

const foldedUnits: (readonly string[] | undefined)[] = [];

/** The folded characters of the single unit at `at`. */
function foldedUnit(text: string, at: number): readonly string[] {
  const code = text.charCodeAt(at);
  return (foldedUnits[code] ??= Array.from(foldTerm(text.charAt(at))));
}

/** Visits the run of a script without spaces that starts at `start`; answers where to go on. */
function visitRun(text: string, start: number, visit: Visitor<Term>): number {
  let previous = '';
  let previousStart = start;
  let previousEnd = start;
  let at = start;
  while (at < text.length) {
    const kind = classAt(text, at);
    if (kind === unit.ignored) {
      at++;
      continue;
    }
    if (kind !== unit.unspaced) break;
    const end = characterEnd(text, at);
    const characters =
      end === at + 1 ? foldedUnit(text, at) : Array.from(foldedWord(text.slice(at, end)));
    for (const character of characters) {
      if (previous !== '' && !isMark(character)) {
        const pair = termOf(previous + character);
        if (visit(pair, previousStart, end, 'pair') === true) return text.length;
        previous = '';
      }
      if (previous === '') previousStart = at;
      previous += character;
      previousEnd = end;
    }
    at = end;
  }
  const stop =
    previous !== '' && visit(termOf(previous), previousStart, previousEnd, 'last') === true;
  return stop ? text.length : at;
}

const marks = /^\p{M}$/u;
const isMark = (character: string): boolean => marks.test(character);

/** All tokens of `text`, in order. */
export function tokens(text: string): Token[] {
  const all: Token[] = [];
  visitTokens(text, (term, start, end, kind) => {
    all.push({ term, start, end, kind });
  });
  return all;
}
