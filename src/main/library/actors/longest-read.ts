/**
 * Proposals of names and speakers are made from this many characters of one text, some 650,000
 * words: those of a longer one would hold the library for seconds and outgrow its memory.
 */
export const longestRead = 4_000_000;
