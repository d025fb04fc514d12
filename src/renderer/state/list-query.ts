/** A word that may be half typed: shorter beginnings are of too many words to narrow anything. */
const lastWord = /(?<=^|\s)(?!OR$)[\p{L}\p{N}]{3,}$/u;

/**
 * What is typed to narrow the list, as a query of the search grammar: the word being typed also
 * finds those that begin with it. Empty where nothing was typed.
 */
export const listQuery = (typed: string): string =>
  typed.trim() === '' ? '' : typed.replace(lastWord, '($& OR $&*)');
