/** C0 and C1 controls, and the separators of lines and paragraphs: no line of words has any. */
const control = /[\p{Cc}\u2028\u2029]/gu;
const breaks = /\s*[\p{Cc}\u2028\u2029][\s\p{Cc}]*/gu;

/**
 * Embeddings, overrides and isolates of the bidirectional algorithm (UAX #9). In a title or a name
 * they serve to show it as something else than it is; the marks LRM, RLM and ALM, which order no
 * more than their neighbours, are left.
 */
const directions = /[\u202A-\u202E\u2066-\u2069]/gu;

/** Words as one harmless line: no control characters, nothing that turns the order of its letters. */
export const plainLine = (words: string): string =>
  words.replaceAll(breaks, ' ').replaceAll(directions, '').toWellFormed().trim();

/** The same of a name that must stay recognisable, such as a file's: what it hides is shown as U+FFFD. */
export const revealedLine = (words: string): string =>
  words.toWellFormed().replaceAll(control, '\uFFFD').replaceAll(directions, '\uFFFD');
