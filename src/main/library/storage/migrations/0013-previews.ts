/**
 * Previews that were not imported yet, so that they outlive the program: what was to be looked over
 * (`path`, or a file under `staging/<id>/<ordinal>`) and what the person decided, as JSON.
 */
export const previews = `
CREATE TABLE import_previews (
  id TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  started TEXT NOT NULL,
  decided TEXT NOT NULL
) STRICT;
CREATE TABLE import_preview_sources (
  preview TEXT NOT NULL REFERENCES import_previews (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  path TEXT,
  encoding TEXT,
  PRIMARY KEY (preview, ordinal)
) STRICT, WITHOUT ROWID;
`;
