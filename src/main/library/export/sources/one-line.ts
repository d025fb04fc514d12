/** The words of a field that may stand on one line only. */
export const oneLine = (words: string): string =>
  words
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
