/**
 * SQL: a mention that counts, in the rows of `mentions`. It is neither rejected nor open between
 * several actors, and stands in no line that is hidden. Every count of mentions in the library is
 * of these.
 */
export const counted = (mentions = 'mentions'): string =>
  `${mentions}.status IN ('confirmed', 'proposed', 'inferred') AND ${mentions}.hidden = 0`;

/** SQL: all other rows of `mentions`, word for word the condition of the index `mentions_uncounted`. */
export const uncounted = `(status IN ('rejected', 'open') OR hidden = 1)`;

/** SQL: a mention that somebody reading the article sees: one that counts, or is open. */
export const shown = (mentions = 'mentions'): string =>
  `${mentions}.status <> 'rejected' AND ${mentions}.hidden = 0`;
