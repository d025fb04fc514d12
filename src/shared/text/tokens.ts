import { characterEnd, classAt, classOfUnit, unit } from './classes.ts';
import { foldString } from './fold.ts';

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
export type TokenVisitor = (
  term: string,
  start: number,
  end: number,
  kind: TokenKind,
) => boolean | void;

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
export function visitTokens(text: string, visit: TokenVisitor): void {
  const length = text.length;
  for (let at = 0; at < length;) {
    const kind = classAt(text, at);
    if (kind === unit.plain || kind === unit.capital || kind === unit.letter) {
      at = visitWord(text, at, visit);
    } else if (kind === unit.unspaced) {
      at = visitRun(text, at, visit);
    } else {
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    }
  }
}

/** Visits the word that starts at `start`; answers where to go on. */
function visitWord(text: string, start: number, visit: TokenVisitor): number {
  const length = text.length;
  let at = start;
  let end = start;
  let capital = false;
  let slow = false;
  scan: while (at < length) {
    const kind = classOfUnit(text.charCodeAt(at));
    switch (kind) {
      case unit.plain:
        end = ++at;
        break;
      case unit.capital:
        capital = true;
        end = ++at;
        break;
      case unit.letter:
      case unit.extend:
        slow = true;
        end = ++at;
        break;
      case unit.ignored:
        slow = true;
        at++;
        break;
      case unit.surrogate: {
        const full = classAt(text, at);
        if (full !== unit.letter && full !== unit.extend) break scan;
        slow = true;
        end = at += 2;
        break;
      }
      case unit.unknown:
      case unit.separator:
      case unit.unspaced:
        break scan;
    }
  }
  const slice = text.slice(start, end);
  const term =
    slow || slice.length > longestTerm ? foldedWord(slice) : capital ? slice.toLowerCase() : slice;
  return term !== '' && visit(term, start, end, 'word') === true ? length : at;
}

const foldedUnits: (readonly string[] | undefined)[] = [];

/** The folded characters of the single unit at `at`. */
function foldedUnit(text: string, at: number): readonly string[] {
  const code = text.charCodeAt(at);
  return (foldedUnits[code] ??= Array.from(foldTerm(text.charAt(at))));
}

/** Visits the run of a script without spaces that starts at `start`; answers where to go on. */
function visitRun(text: string, start: number, visit: TokenVisitor): number {
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
        if (visit(previous + character, previousStart, end, 'pair') === true) return text.length;
        previous = '';
      }
      if (previous === '') previousStart = at;
      previous += character;
      previousEnd = end;
    }
    at = end;
  }
  const stop = previous !== '' && visit(previous, previousStart, previousEnd, 'last') === true;
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
