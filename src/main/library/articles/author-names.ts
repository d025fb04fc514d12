import type { CslName } from '../../../shared/model/article.ts';

const eastAsian = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u30fc]+$/u;

/** A name as its language says it: "Mara Quist", but 島田花. */
function inWords({ family = '', given = '', literal }: CslName): string {
  if (literal !== undefined) return literal;
  if (eastAsian.test(family) && eastAsian.test(given)) return family + given;
  return [given, family].filter((part) => part !== '').join(' ');
}

/** Names in the order a reader says them. */
export const authorNames = (names: readonly CslName[]): string[] =>
  names.map(inWords).filter((name) => name !== '');

/** The names of an article's `author` column, which holds CSL-JSON. */
export const storedAuthorNames = (author: string): string[] =>
  authorNames(JSON.parse(author) as CslName[]);
