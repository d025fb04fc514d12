/** A passage found names the outlet and the date of its article: these too make it be read again. */
export const searchPassages = `
DROP TRIGGER articles_search_au;
CREATE TRIGGER articles_search_au
AFTER UPDATE OF title, trashed, container_title, issued ON articles BEGIN
  INSERT OR IGNORE INTO search_dirty SELECT 'annotation', seq FROM annotations WHERE article = new.seq;
END;
`;
