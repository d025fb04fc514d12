/** Word's file holds XML: what XML 1.0 cannot hold is shown as a replacement character. */
export const xmlText = (words: string): string =>
  words.toWellFormed().replaceAll(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '\uFFFD');
