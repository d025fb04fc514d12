/**
 * Versions of documents, templates of one's own, links between documents and what they are about,
 * and what a citation was like when the writer last looked at it.
 */
export const briefings = `
CREATE TABLE document_versions (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  document INTEGER NOT NULL REFERENCES documents (seq) ON DELETE CASCADE,
  -- NULL: kept by itself, and thinned out as it grows old.
  name TEXT,
  title TEXT NOT NULL,
  content TEXT NOT NULL,
  text TEXT NOT NULL,
  -- The words of what it cites, a JSON array: the passages may be gone when it is restored.
  cited TEXT NOT NULL,
  created TEXT NOT NULL
) STRICT;
CREATE INDEX document_versions_document ON document_versions (document, created);

CREATE TABLE document_templates (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  content TEXT NOT NULL,
  created TEXT NOT NULL,
  modified TEXT NOT NULL
) STRICT;

-- Links from a document to articles, actors and other documents, read from its content at every save.
CREATE TABLE document_links (
  document INTEGER NOT NULL REFERENCES documents (seq) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('article', 'actor', 'note', 'briefing')),
  target TEXT NOT NULL,
  PRIMARY KEY (document, kind, target)
) STRICT;
CREATE INDEX document_links_target ON document_links (kind, target);

-- The passage's tags when it was cited, a JSON array, and the change the writer chose to live with.
ALTER TABLE citations ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
ALTER TABLE citations ADD COLUMN kept TEXT;
UPDATE citations SET tags = (
  SELECT json_group_array(tag) FROM (
    SELECT tag FROM annotation_tags JOIN annotations ON annotations.seq = annotation_tags.annotation
    WHERE annotations.id = citations.annotation_id ORDER BY tag));
`;
