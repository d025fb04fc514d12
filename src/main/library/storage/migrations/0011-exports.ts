/** What bundles carry of things deleted, and what a person chose where a merge asked. */
export const exports = `
-- Things deleted by those this library was made from: a bundle has no undo history to read them in.
-- "state" is what the thing was like when it went. Not part of the undo history.
CREATE TABLE deletions (
  tbl TEXT NOT NULL,
  id TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (tbl, id)
) STRICT, WITHOUT ROWID;

-- Differences a person has decided about: a merge that finds the very same one leaves it.
CREATE TABLE merge_choices (
  id TEXT PRIMARY KEY,
  choice TEXT NOT NULL CHECK (choice IN ('mine', 'theirs', 'both')),
  created TEXT NOT NULL
) STRICT;
`;
