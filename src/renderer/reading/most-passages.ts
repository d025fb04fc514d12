/** Passages of one article that are asked for: all there may be. Text and panel share one answer. */
export const mostPassages = 100_000;
