/**
 * A mention in a line that is hidden is listed and counted nowhere. An article with mentions is read
 * again when what is hidden in it changes, also by an undo.
 */
export const hiddenMentions = `
ALTER TABLE mentions ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
CREATE TRIGGER hidden_ranges_mentions_ai AFTER INSERT ON hidden_ranges
WHEN EXISTS (SELECT 1 FROM mentions WHERE article = new.article) BEGIN
  INSERT OR IGNORE INTO mention_dirty VALUES (new.article);
END;
CREATE TRIGGER hidden_ranges_mentions_au AFTER UPDATE ON hidden_ranges
WHEN EXISTS (SELECT 1 FROM mentions WHERE article = new.article) BEGIN
  INSERT OR IGNORE INTO mention_dirty VALUES (new.article);
END;
CREATE TRIGGER hidden_ranges_mentions_ad AFTER DELETE ON hidden_ranges
WHEN EXISTS (SELECT 1 FROM mentions WHERE article = old.article) BEGIN
  INSERT OR IGNORE INTO mention_dirty VALUES (old.article);
END;
`;
