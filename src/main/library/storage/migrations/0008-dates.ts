/** Derived: the dates the texts speak of, and the articles whose dates are still to be read. */
export const dates = `
CREATE TABLE text_dates (
  article INTEGER NOT NULL REFERENCES articles (seq) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  -- YYYY, YYYY-MM or YYYY-MM-DD; XXXX for a year that is not known; NULL: nothing is known.
  "from" TEXT,
  until TEXT,
  -- 1: read with the help of the date of publication.
  inferred INTEGER NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  PRIMARY KEY (article, start)
) STRICT, WITHOUT ROWID;
CREATE INDEX text_dates_from ON text_dates ("from");

CREATE TABLE text_dates_dirty (article INTEGER PRIMARY KEY) STRICT;
INSERT INTO text_dates_dirty SELECT seq FROM articles;
CREATE TRIGGER articles_dates_ai AFTER INSERT ON articles BEGIN
  INSERT OR IGNORE INTO text_dates_dirty VALUES (new.seq);
END;
CREATE TRIGGER articles_dates_au AFTER UPDATE OF version, trashed, issued, language ON articles BEGIN
  INSERT OR IGNORE INTO text_dates_dirty VALUES (new.seq);
END;
CREATE TRIGGER articles_dates_ad AFTER DELETE ON articles BEGIN
  DELETE FROM text_dates_dirty WHERE article = old.seq;
END;
`;
