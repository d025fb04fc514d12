/**
 * Tags with a colour, tags no passage carries yet, what the colours mean, who wrote an annotation
 * and how sure its new place is, and annotations whose article is not in the library.
 */
export const passages = `
CREATE TABLE tags (
  name TEXT PRIMARY KEY,
  colour TEXT,
  created TEXT NOT NULL
) STRICT;

-- Where a tag stands among those of its passage; undo puts rows back in another order.
ALTER TABLE annotation_tags ADD COLUMN position INTEGER NOT NULL DEFAULT 0;

CREATE TABLE colour_meanings (
  colour TEXT PRIMARY KEY,
  meaning TEXT NOT NULL
) STRICT;

ALTER TABLE annotations ADD COLUMN creator TEXT;
ALTER TABLE annotations ADD COLUMN score REAL;
CREATE INDEX annotations_created ON annotations (created);

-- Imported annotations of texts that are not in the library: kept as they came, offered again.
CREATE TABLE waiting_annotations (
  id TEXT PRIMARY KEY,
  source TEXT NOT NULL,
  title TEXT NOT NULL,
  hash TEXT,
  item TEXT NOT NULL,
  received TEXT NOT NULL
) STRICT;
CREATE INDEX waiting_annotations_source ON waiting_annotations (source);
`;
