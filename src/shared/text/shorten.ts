import { splitsPair } from './surrogates.ts';

/** The first `most` UTF-16 units of a text, one less where that would cut a surrogate pair. */
export const beginningOf = (text: string, most: number): string =>
  text.slice(0, splitsPair(text, most) ? most - 1 : most);

/** The last `most` UTF-16 units of a text, one less where that would cut a surrogate pair. */
export function endingOf(text: string, most: number): string {
  const from = Math.max(0, text.length - most);
  return text.slice(splitsPair(text, from) ? from + 1 : from);
}

/** A text of no more than `most` UTF-16 units: whole, or its beginning and an ellipsis. */
export const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${beginningOf(text, most - 1).trimEnd()}…`;

/**
 * The first words of a line, `most` UTF-16 units and an ellipsis at the most: cut between words
 * where the second half of them has a space, as writing without spaces has not.
 */
export function firstWords(line: string, most: number): string {
  if (line.length <= most) return line;
  const space = line.lastIndexOf(' ', most);
  const words = space > most / 2 ? line.slice(0, space) : beginningOf(line, most);
  return `${words.replace(/[\s,;:]+$/u, '')}…`;
}
