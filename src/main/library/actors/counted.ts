/**
 * SQL: a mention that counts, in the rows of `mentions`. It is neither rejected nor open between
 * several actors, and stands in no line that is hidden.
 */
export const counted = (mentions = 'mentions'): string =>
  `${mentions}.status IN ('confirmed', 'proposed', 'inferred') AND ${mentions}.hidden = 0`;
