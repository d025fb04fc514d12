/** Saved searches, which a person names and undoes, and the searches asked last, which are a trace. */
export const search = `
CREATE TABLE saved_searches (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  q TEXT NOT NULL,
  sort TEXT NOT NULL,
  created TEXT NOT NULL,
  modified TEXT NOT NULL
) STRICT;
CREATE INDEX saved_searches_q ON saved_searches (q);

CREATE TABLE search_history (
  q TEXT PRIMARY KEY,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX search_history_at ON search_history (at);
`;
