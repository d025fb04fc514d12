import type { CslName } from '../../../shared/model/article.ts';

/** Names as a reader says them, given name first: "Mara Quist". */
export const authorNames = (names: readonly CslName[]): string[] =>
  names
    .map(
      ({ family, given, literal }) =>
        literal ?? [given, family].filter((part) => part !== undefined && part !== '').join(' '),
    )
    .filter((name) => name !== '');

/** The names of an article's `author` column, which holds CSL-JSON. */
export const storedAuthorNames = (author: string): string[] =>
  authorNames(JSON.parse(author) as CslName[]);
