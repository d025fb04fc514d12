/**
 * What imports remember: the file each text version was read from, rules learnt per outlet, how
 * articles came to be near duplicates, and imports that were stopped or killed before their end.
 */
export const imports = `
-- The original this version was read from, by its SHA-256; NULL where a person corrected the text.
ALTER TABLE texts ADD COLUMN original TEXT;
UPDATE texts SET original = (SELECT original FROM articles WHERE seq = texts.article)
WHERE version = 1;

-- A changed article is known again by its address and by its file.
CREATE INDEX articles_url ON articles (url) WHERE url IS NOT NULL;
CREATE INDEX articles_source ON articles (source_name);

-- What a person hides or shows in every article of an outlet. With "line", lines of these folded
-- words; without, all lines of that reason.
CREATE TABLE cleaning_rules (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  outlet TEXT NOT NULL,
  outlet_key TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('hide', 'show')),
  reason TEXT NOT NULL,
  line TEXT,
  words TEXT,
  created TEXT NOT NULL
) STRICT;
CREATE INDEX cleaning_rules_outlet ON cleaning_rules (outlet_key);

-- How a shadow came to its lead: found by the rule, with its similarity, or put there by a person.
CREATE TABLE near_duplicates (
  article INTEGER PRIMARY KEY REFERENCES articles (seq) ON DELETE CASCADE,
  similarity REAL NOT NULL,
  by TEXT NOT NULL CHECK (by IN ('rule', 'person'))
) STRICT;
-- Pairs a person has said are not the same report.
CREATE TABLE not_duplicates (
  article INTEGER NOT NULL REFERENCES articles (seq) ON DELETE CASCADE,
  other INTEGER NOT NULL REFERENCES articles (seq) ON DELETE CASCADE,
  PRIMARY KEY (article, other),
  CHECK (article < other)
) STRICT;
CREATE INDEX not_duplicates_other ON not_duplicates (other);

-- Imports that have not come to their end, with the files still to be read: never undone.
CREATE TABLE import_jobs (
  id TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  started TEXT NOT NULL,
  total INTEGER NOT NULL
) STRICT;
CREATE TABLE import_pending (
  job TEXT NOT NULL REFERENCES import_jobs (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  path TEXT,
  sha256 TEXT,
  decisions TEXT,
  PRIMARY KEY (job, ordinal)
) STRICT, WITHOUT ROWID;
`;
