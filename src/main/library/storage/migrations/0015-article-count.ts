/**
 * How many articles are not in the trash, kept by the transaction that changes it: SQLite counts a
 * million rows one by one.
 */
export const articleCount = `
CREATE TABLE article_count (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  live INTEGER NOT NULL
) STRICT;
INSERT INTO article_count SELECT 1, count(*) FROM articles WHERE trashed IS NULL;
CREATE TRIGGER articles_count_ai AFTER INSERT ON articles WHEN new.trashed IS NULL BEGIN
  UPDATE article_count SET live = live + 1;
END;
CREATE TRIGGER articles_count_ad AFTER DELETE ON articles WHEN old.trashed IS NULL BEGIN
  UPDATE article_count SET live = live - 1;
END;
CREATE TRIGGER articles_count_au AFTER UPDATE OF trashed ON articles
WHEN (old.trashed IS NULL) <> (new.trashed IS NULL) BEGIN
  UPDATE article_count SET live = live + (new.trashed IS NULL) - (old.trashed IS NULL);
END;
`;
