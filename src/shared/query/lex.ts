import type { TextRange } from '../model/ranges.ts';
import { fields, isField, type Field, type QueryError } from './tree.ts';

export type Lexeme = TextRange &
  (
    | { readonly type: 'open' | 'close' | 'or' | 'and' | 'not' }
    | { readonly type: 'field'; readonly field: Field }
    | {
        readonly type: 'term';
        readonly kind: 'word' | 'phrase' | 'prefix' | 'fuzzy';
        readonly text: string;
        /** A phrase whose closing quotation mark is missing. */
        readonly open?: true;
      }
  );

/** Opening quotation marks and what may close them. */
const closers: Readonly<Record<string, string>> = {
  '"': '"”“＂',
  '＂': '＂"',
  '“': '”"“',
  '”': '”"',
  '„': '”“"',
  '«': '»',
  '「': '」',
  '『': '』',
};
const quotationMarks = /["“”„‟＂«»「」『』]/g;
const space = /\s/;
const openers = '(（';
const endings = ')）';
const dashes = '-－−';
const colons = ':：';
const stars = '*＊';
const tildes = '~～';
const starInside = /[*＊][\p{L}\p{N}]/u;
const longestFieldName = Math.max(...fields.map((name) => name.length));

const endsWord = (character: string): boolean =>
  space.test(character) ||
  openers.includes(character) ||
  endings.includes(character) ||
  character in closers;

/**
 * The lexemes of a query, in order. Reads any text; what it has to guess (a quotation mark that
 * is never closed, a `*` inside a word) goes to `report`.
 */
export function lex(query: string, report: (error: QueryError) => void): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let at = 0;
  while (at < query.length) {
    const character = query.charAt(at);
    const afterField = lexemes.at(-1)?.type === 'field' && lexemes.at(-1)?.end === at;
    if (space.test(character)) at++;
    else if (openers.includes(character)) lexemes.push({ type: 'open', start: at, end: ++at });
    else if (endings.includes(character)) lexemes.push({ type: 'close', start: at, end: ++at });
    else if (character in closers) at = readPhrase(query, at, lexemes, report);
    else if (!afterField && dashes.includes(character)) at = readDashes(query, at, lexemes);
    else at = readWord(query, at, afterField, lexemes, report);
  }
  return lexemes;
}

function readPhrase(
  query: string,
  start: number,
  lexemes: Lexeme[],
  report: (error: QueryError) => void,
): number {
  const closing = closers[query.charAt(start)] ?? '';
  let end = start + 1;
  while (end < query.length && !closing.includes(query.charAt(end))) end++;
  const isOpen = end === query.length;
  if (isOpen) {
    report({ message: 'This quotation mark is never closed.', start, end: start + 1 });
  }
  const text = query
    .slice(start + 1, end)
    .replace(quotationMarks, ' ')
    .trim();
  end = Math.min(end + 1, query.length);
  lexemes.push({
    type: 'term',
    kind: 'phrase',
    text,
    start,
    end,
    ...(isOpen ? { open: true } : {}),
  });
  return end;
}

/** A dash before something negates it; a dash on its own is punctuation. */
function readDashes(query: string, start: number, lexemes: Lexeme[]): number {
  let end = start;
  while (end < query.length && dashes.includes(query.charAt(end))) end++;
  if (end < query.length && !space.test(query.charAt(end))) {
    lexemes.push({ type: 'not', start, end });
  }
  return end;
}

const operators: Readonly<Record<string, 'or' | 'and' | 'not'>> = {
  OR: 'or',
  AND: 'and',
  NOT: 'not',
};

function readWord(
  query: string,
  start: number,
  afterField: boolean,
  lexemes: Lexeme[],
  report: (error: QueryError) => void,
): number {
  let end = start;
  let colon = -1;
  while (end < query.length && !endsWord(query.charAt(end))) {
    if (colon < 0 && colons.includes(query.charAt(end))) colon = end;
    end++;
  }
  if (!afterField && colon > start && colon - start <= longestFieldName) {
    const name = query.slice(start, colon).toLowerCase();
    if (isField(name)) {
      lexemes.push({ type: 'field', field: name, start, end: colon + 1 });
      return colon + 1;
    }
  }
  const word = query.slice(start, end);
  const operator = afterField ? undefined : operators[word];
  if (operator === undefined) lexemes.push({ type: 'term', ...wordKind(word), start, end });
  else lexemes.push({ type: operator, start, end });
  const star = word.search(starInside);
  if (star >= 0) {
    report({
      message: 'A * works at the end of a word only.',
      start: start + star,
      end: start + star + 1,
    });
  }
  return end;
}

function wordKind(word: string): { kind: 'word' | 'prefix' | 'fuzzy'; text: string } {
  const unstarred = withoutEnding(word, stars);
  if (unstarred !== word) return { kind: 'prefix', text: unstarred };
  const unnumbered = /[~～][12]$/.test(word) ? word.slice(0, -1) : word;
  const plain = withoutEnding(unnumbered, tildes);
  return plain === unnumbered ? { kind: 'word', text: word } : { kind: 'fuzzy', text: plain };
}

function withoutEnding(word: string, characters: string): string {
  let end = word.length;
  while (end > 0 && characters.includes(word.charAt(end - 1))) end--;
  return word.slice(0, end);
}
