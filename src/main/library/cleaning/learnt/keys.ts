const marks = /[\p{P}\p{S}]+$/u;

/** A line as rules compare it: its words without case, width, white space and digits. */
export const lineKey = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\p{Nd}+/gu, '0')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** An outlet's name as rules compare it: "The Courier" and "courier" are one. */
export const outletKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^the /, '')
    .replace(marks, '');
