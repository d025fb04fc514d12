/** The first schema: articles and their layers, actors, statements, documents, search. */
export const notebook = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value ANY) STRICT;

CREATE TABLE articles (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  title_proposed INTEGER NOT NULL DEFAULT 0,
  container_title TEXT,
  author TEXT NOT NULL DEFAULT '[]',
  issued TEXT,
  accessed TEXT,
  url TEXT,
  language TEXT,
  words INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  origin_name TEXT,
  origin_start INTEGER,
  origin_end INTEGER,
  source_name TEXT NOT NULL,
  source_format TEXT NOT NULL,
  original TEXT NOT NULL REFERENCES originals (sha256),
  shadow_of INTEGER REFERENCES articles (seq) ON DELETE SET NULL,
  created TEXT NOT NULL,
  modified TEXT NOT NULL,
  trashed TEXT
) STRICT;
CREATE INDEX articles_issued ON articles (trashed, issued, seq);
CREATE INDEX articles_title ON articles (trashed, title, seq);
CREATE INDEX articles_container ON articles (trashed, container_title, seq);
CREATE INDEX articles_created ON articles (trashed, created, seq);
CREATE INDEX articles_original ON articles (original);
CREATE INDEX articles_shadow ON articles (shadow_of);

CREATE TABLE originals (
  sha256 TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL
) STRICT;

CREATE TABLE texts (
  article INTEGER NOT NULL REFERENCES articles (seq) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  text TEXT NOT NULL,
  hash TEXT NOT NULL,
  blocks TEXT NOT NULL,
  marks TEXT NOT NULL,
  created TEXT NOT NULL,
  PRIMARY KEY (article, version)
) STRICT;

CREATE TABLE hidden_ranges (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (seq) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  reason TEXT NOT NULL,
  by TEXT NOT NULL,
  CHECK (start < "end")
) STRICT;
CREATE INDEX hidden_ranges_article ON hidden_ranges (article, start);

CREATE TABLE reading (
  article INTEGER PRIMARY KEY REFERENCES articles (seq) ON DELETE CASCADE,
  position INTEGER NOT NULL DEFAULT 0,
  read TEXT
) STRICT;

CREATE TABLE annotations (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES articles (seq) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  motivation TEXT NOT NULL,
  comment TEXT NOT NULL DEFAULT '',
  colour TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'exact',
  created TEXT NOT NULL,
  modified TEXT NOT NULL,
  CHECK (start < "end")
) STRICT;
CREATE INDEX annotations_article ON annotations (article, start);
CREATE INDEX annotations_status ON annotations (status);

CREATE TABLE annotation_tags (
  annotation INTEGER NOT NULL REFERENCES annotations (seq) ON DELETE CASCADE,
  tag TEXT NOT NULL,
  PRIMARY KEY (annotation, tag)
) STRICT;
CREATE INDEX annotation_tags_tag ON annotation_tags (tag);

CREATE TABLE actors (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  created TEXT NOT NULL,
  modified TEXT NOT NULL
) STRICT;

CREATE TABLE actor_names (
  id INTEGER PRIMARY KEY,
  actor INTEGER NOT NULL REFERENCES actors (seq) ON DELETE CASCADE,
  name TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('everywhere', 'never', 'article')),
  article INTEGER REFERENCES articles (seq) ON DELETE CASCADE
) STRICT;
CREATE INDEX actor_names_actor ON actor_names (actor);
CREATE INDEX actor_names_article ON actor_names (article);

-- What a person decided about a mention. The mentions themselves are derived.
CREATE TABLE mention_decisions (
  article INTEGER NOT NULL REFERENCES articles (seq) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  actor INTEGER NOT NULL REFERENCES actors (seq) ON DELETE CASCADE,
  status TEXT NOT NULL CHECK (status IN ('confirmed', 'rejected')),
  PRIMARY KEY (article, start, "end", actor)
) STRICT;
CREATE INDEX mention_decisions_actor ON mention_decisions (actor);

CREATE TABLE statements (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES articles (seq) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  kind TEXT NOT NULL,
  speaker INTEGER REFERENCES actors (seq) ON DELETE SET NULL,
  addressee INTEGER REFERENCES actors (seq) ON DELETE SET NULL,
  subject INTEGER REFERENCES actors (seq) ON DELETE SET NULL,
  status TEXT NOT NULL DEFAULT 'exact',
  created TEXT NOT NULL,
  CHECK (start < "end")
) STRICT;
CREATE INDEX statements_article ON statements (article, start);
CREATE INDEX statements_speaker ON statements (speaker);
CREATE INDEX statements_addressee ON statements (addressee);
CREATE INDEX statements_subject ON statements (subject);

-- Notes and briefings: one editor, one table.
CREATE TABLE documents (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('note', 'briefing')),
  title TEXT NOT NULL,
  content TEXT NOT NULL,
  text TEXT NOT NULL,
  article INTEGER REFERENCES articles (seq) ON DELETE SET NULL,
  actor INTEGER REFERENCES actors (seq) ON DELETE SET NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  created TEXT NOT NULL,
  modified TEXT NOT NULL,
  trashed TEXT
) STRICT;
CREATE INDEX documents_article ON documents (article);
CREATE INDEX documents_actor ON documents (actor);

-- Live references, read from the content at every save. The annotation may be gone:
-- the citation then says so, with the words it had.
CREATE TABLE citations (
  document INTEGER NOT NULL REFERENCES documents (seq) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  annotation_id TEXT NOT NULL,
  quote TEXT NOT NULL,
  article_id TEXT,
  PRIMARY KEY (document, ordinal)
) STRICT;
CREATE INDEX citations_annotation ON citations (annotation_id);
`;

/** Tables computed from the others: never journaled, refreshed before every commit. */
export const derived = `
CREATE VIRTUAL TABLE article_fts USING fts5(
  title, body, title_s, body_s,
  content='', contentless_delete=1, tokenize='ascii');
-- Merging eight segments at a time instead of four: a quarter less time to build.
INSERT INTO article_fts (article_fts, rank) VALUES ('automerge', 8);
CREATE VIRTUAL TABLE article_vocabulary USING fts5vocab(article_fts, 'col');

CREATE TABLE mentions (
  article INTEGER NOT NULL REFERENCES articles (seq) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  actor INTEGER NOT NULL REFERENCES actors (seq) ON DELETE CASCADE,
  status TEXT NOT NULL,
  PRIMARY KEY (article, start, "end", actor)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_actor ON mentions (actor, article, start);

-- What texts are compared by: 32-bit hashes, of the folded words and of MinHash bands.
CREATE TABLE article_fingerprints (
  article INTEGER PRIMARY KEY REFERENCES articles (seq) ON DELETE CASCADE,
  hashes BLOB NOT NULL
) STRICT;
CREATE TABLE fingerprint_dirty (article INTEGER PRIMARY KEY) STRICT;

CREATE TABLE fts_dirty (article INTEGER PRIMARY KEY) STRICT;
CREATE TABLE mention_dirty (article INTEGER PRIMARY KEY) STRICT;
CREATE TABLE name_dirty (name TEXT PRIMARY KEY) STRICT;
-- Rows whose words search holds in memory: annotations, actors, documents.
CREATE TABLE search_dirty (
  kind TEXT NOT NULL,
  row INTEGER NOT NULL,
  PRIMARY KEY (kind, row)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER articles_ai AFTER INSERT ON articles BEGIN
  INSERT OR IGNORE INTO fts_dirty VALUES (new.seq);
  INSERT OR IGNORE INTO mention_dirty VALUES (new.seq);
  INSERT OR IGNORE INTO fingerprint_dirty VALUES (new.seq);
END;
CREATE TRIGGER articles_version_au AFTER UPDATE OF version ON articles BEGIN
  INSERT OR IGNORE INTO fingerprint_dirty VALUES (new.seq);
END;
CREATE TRIGGER articles_au AFTER UPDATE OF title, version, trashed ON articles BEGIN
  INSERT OR IGNORE INTO fts_dirty VALUES (new.seq);
  INSERT OR IGNORE INTO mention_dirty VALUES (new.seq);
END;
CREATE TRIGGER articles_ad AFTER DELETE ON articles BEGIN
  INSERT OR IGNORE INTO fts_dirty VALUES (old.seq);
END;
CREATE TRIGGER actor_names_ai AFTER INSERT ON actor_names BEGIN
  INSERT OR IGNORE INTO name_dirty VALUES (new.name);
END;
CREATE TRIGGER actor_names_au AFTER UPDATE ON actor_names BEGIN
  INSERT OR IGNORE INTO name_dirty VALUES (old.name);
  INSERT OR IGNORE INTO name_dirty VALUES (new.name);
END;
CREATE TRIGGER actor_names_ad AFTER DELETE ON actor_names BEGIN
  INSERT OR IGNORE INTO name_dirty VALUES (old.name);
END;
CREATE TRIGGER actors_au AFTER UPDATE OF kind ON actors BEGIN
  INSERT OR IGNORE INTO mention_dirty SELECT article FROM mentions WHERE actor = new.seq;
END;
CREATE TRIGGER mention_decisions_ai AFTER INSERT ON mention_decisions BEGIN
  INSERT OR IGNORE INTO mention_dirty VALUES (new.article);
END;
CREATE TRIGGER mention_decisions_au AFTER UPDATE ON mention_decisions BEGIN
  INSERT OR IGNORE INTO mention_dirty VALUES (new.article);
END;
CREATE TRIGGER mention_decisions_ad AFTER DELETE ON mention_decisions BEGIN
  INSERT OR IGNORE INTO mention_dirty VALUES (old.article);
END;
CREATE TRIGGER annotations_search_ai AFTER INSERT ON annotations BEGIN
  INSERT OR IGNORE INTO search_dirty VALUES ('annotation', new.seq);
END;
CREATE TRIGGER annotations_search_au AFTER UPDATE OF exact, comment, start ON annotations BEGIN
  INSERT OR IGNORE INTO search_dirty VALUES ('annotation', new.seq);
END;
CREATE TRIGGER annotations_search_ad AFTER DELETE ON annotations BEGIN
  INSERT OR IGNORE INTO search_dirty VALUES ('annotation', old.seq);
END;
CREATE TRIGGER actors_search_ai AFTER INSERT ON actors BEGIN
  INSERT OR IGNORE INTO search_dirty VALUES ('actor', new.seq);
END;
CREATE TRIGGER actors_search_au AFTER UPDATE OF name, description, kind ON actors BEGIN
  INSERT OR IGNORE INTO search_dirty VALUES ('actor', new.seq);
END;
CREATE TRIGGER actors_search_ad AFTER DELETE ON actors BEGIN
  INSERT OR IGNORE INTO search_dirty VALUES ('actor', old.seq);
END;
CREATE TRIGGER documents_search_ai AFTER INSERT ON documents BEGIN
  INSERT OR IGNORE INTO search_dirty VALUES ('document', new.seq);
END;
CREATE TRIGGER documents_search_au AFTER UPDATE OF title, text, trashed ON documents BEGIN
  INSERT OR IGNORE INTO search_dirty VALUES ('document', new.seq);
END;
CREATE TRIGGER documents_search_ad AFTER DELETE ON documents BEGIN
  INSERT OR IGNORE INTO search_dirty VALUES ('document', old.seq);
END;
CREATE TRIGGER annotation_tags_search_ai AFTER INSERT ON annotation_tags BEGIN
  INSERT OR IGNORE INTO search_dirty VALUES ('annotation', new.annotation);
END;
CREATE TRIGGER annotation_tags_search_au AFTER UPDATE ON annotation_tags BEGIN
  INSERT OR IGNORE INTO search_dirty VALUES ('annotation', new.annotation);
END;
CREATE TRIGGER annotation_tags_search_ad AFTER DELETE ON annotation_tags BEGIN
  INSERT OR IGNORE INTO search_dirty VALUES ('annotation', old.annotation);
END;
CREATE TRIGGER actor_names_search_ai AFTER INSERT ON actor_names BEGIN
  INSERT OR IGNORE INTO search_dirty VALUES ('actor', new.actor);
END;
CREATE TRIGGER actor_names_search_au AFTER UPDATE ON actor_names BEGIN
  INSERT OR IGNORE INTO search_dirty VALUES ('actor', new.actor);
END;
CREATE TRIGGER actor_names_search_ad AFTER DELETE ON actor_names BEGIN
  INSERT OR IGNORE INTO search_dirty VALUES ('actor', old.actor);
END;
CREATE TRIGGER articles_search_au AFTER UPDATE OF title, trashed ON articles BEGIN
  INSERT OR IGNORE INTO search_dirty SELECT 'annotation', seq FROM annotations WHERE article = new.seq;
END;
`;
