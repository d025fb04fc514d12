/**
 * What is hidden names nobody to propose: an article is read again for proposals when what is
 * hidden in it changes, also by an undo.
 */
export const hiddenNames = `
CREATE TRIGGER hidden_ranges_proposals_ai AFTER INSERT ON hidden_ranges BEGIN
  INSERT OR IGNORE INTO proposal_dirty VALUES (new.article);
END;
CREATE TRIGGER hidden_ranges_proposals_au AFTER UPDATE ON hidden_ranges BEGIN
  INSERT OR IGNORE INTO proposal_dirty VALUES (new.article);
END;
CREATE TRIGGER hidden_ranges_proposals_ad AFTER DELETE ON hidden_ranges
WHEN EXISTS (SELECT 1 FROM articles WHERE seq = old.article) BEGIN
  INSERT OR IGNORE INTO proposal_dirty VALUES (old.article);
END;
`;
