/** Lines that come back in several articles of an outlet. */
export const repeatedLines = `
-- In how many articles of its outlet a line was seen when it was hidden or offered for that.
ALTER TABLE hidden_ranges ADD COLUMN articles INTEGER;

-- Derived: the lines of an article's text that may be its outlet's, as four 32-bit numbers each:
-- two of the key, start and end. Made when an import of the outlet needs them.
CREATE TABLE article_lines (
  article INTEGER PRIMARY KEY REFERENCES articles (seq) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  lines BLOB NOT NULL
) STRICT;
`;
