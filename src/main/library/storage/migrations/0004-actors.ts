/** What people decide about proposals, relations between actors, and what proposals are read from. */
export const actors = `
CREATE INDEX actor_names_name ON actor_names (name);
-- With the status, so that mentions are counted from the index alone.
DROP INDEX mentions_actor;
CREATE INDEX mentions_actor ON mentions (actor, article, start, status);

-- Proposed actors a person does not want; spellings is a JSON array.
CREATE TABLE proposal_dismissals (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  spellings TEXT NOT NULL,
  created TEXT NOT NULL
) STRICT;

-- Words of an article for which the proposed speaker was refused.
CREATE TABLE speaker_dismissals (
  article INTEGER NOT NULL REFERENCES articles (seq) ON DELETE CASCADE,
  quote TEXT NOT NULL,
  created TEXT NOT NULL,
  PRIMARY KEY (article, quote)
) STRICT;

CREATE TABLE actor_relations (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('member-of', 'office', 'part-of')),
  subject INTEGER NOT NULL REFERENCES actors (seq) ON DELETE CASCADE,
  object INTEGER REFERENCES actors (seq) ON DELETE CASCADE,
  title TEXT NOT NULL DEFAULT '',
  "from" TEXT,
  until TEXT,
  created TEXT NOT NULL,
  modified TEXT NOT NULL
) STRICT;
CREATE INDEX actor_relations_subject ON actor_relations (subject);
CREATE INDEX actor_relations_object ON actor_relations (object);

-- Derived: names read from the articles, whose they may be, and where they stand.
CREATE TABLE proposed_names (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  mentions INTEGER NOT NULL DEFAULT 0,
  articles INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX proposed_names_mentions ON proposed_names (mentions);
CREATE TABLE proposed_places (
  article INTEGER NOT NULL REFERENCES articles (seq) ON DELETE CASCADE,
  name INTEGER NOT NULL REFERENCES proposed_names (id),
  spellings TEXT NOT NULL,
  places TEXT NOT NULL,
  mentions INTEGER NOT NULL,
  PRIMARY KEY (article, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX proposed_places_name ON proposed_places (name, article);
CREATE TRIGGER proposed_places_ai AFTER INSERT ON proposed_places BEGIN
  UPDATE proposed_names SET mentions = mentions + new.mentions,
    articles = articles + (new.mentions > 0) WHERE id = new.name;
END;
CREATE TRIGGER proposed_places_au AFTER UPDATE OF mentions ON proposed_places BEGIN
  UPDATE proposed_names SET mentions = mentions + new.mentions - old.mentions,
    articles = articles + (new.mentions > 0) - (old.mentions > 0) WHERE id = new.name;
END;
CREATE TRIGGER proposed_places_ad AFTER DELETE ON proposed_places BEGIN
  UPDATE proposed_names SET mentions = mentions - old.mentions,
    articles = articles - (old.mentions > 0) WHERE id = old.name;
END;

-- Derived: articles whose names, or whose mentions, still have to be read, at leisure.
CREATE TABLE proposal_dirty (article INTEGER PRIMARY KEY) STRICT;
CREATE TABLE mention_outdated (article INTEGER PRIMARY KEY) STRICT;
INSERT INTO proposal_dirty SELECT seq FROM articles;
CREATE TRIGGER articles_proposals_ai AFTER INSERT ON articles BEGIN
  INSERT OR IGNORE INTO proposal_dirty VALUES (new.seq);
END;
CREATE TRIGGER articles_proposals_au AFTER UPDATE OF version, trashed ON articles BEGIN
  INSERT OR IGNORE INTO proposal_dirty VALUES (new.seq);
END;
CREATE TRIGGER articles_proposals_ad AFTER DELETE ON articles BEGIN
  DELETE FROM proposal_dirty WHERE article = old.seq;
  DELETE FROM mention_outdated WHERE article = old.seq;
END;
`;
