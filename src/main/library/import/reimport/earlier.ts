import { isAbsolute } from 'node:path';
import type { Earlier } from '../../../../shared/model/import.ts';
import type { Database } from '../../storage/database.ts';
import type { Candidate } from '../candidate.ts';
import { rounded, similarity } from '../duplicates/fingerprint.ts';
import { storedFingerprint } from '../duplicates/fingerprints.ts';
import type { StoredArticle, Twin } from '../duplicates/twins.ts';
import { addressesOf } from './addresses.ts';

interface StoredRow extends StoredArticle {
  readonly title: string;
}

/** An article at the same place is the same one where so much of the shorter text is in both. */
const sameText = 0.5;
/** The same where the title is. */
const sameTextAndTitle = 0.2;

function atAddress(db: Database, url: string | null): StoredRow | undefined {
  const addresses = url === null ? [] : addressesOf(url);
  if (addresses.length === 0) return undefined;
  return db
    .prepare<StoredRow>(
      `SELECT seq, id, title FROM articles
       WHERE url IN (SELECT value FROM json_each(?)) AND trashed IS NULL ORDER BY seq LIMIT 1`,
    )
    .get(JSON.stringify(addresses));
}

/** The one article that was read from a file; a file that holds several names none. */
function underPath(db: Database, { source, alone }: Candidate): StoredRow | undefined {
  if (!alone || !isAbsolute(source)) return undefined;
  const rows = db
    .prepare<StoredRow>(
      'SELECT seq, id, title FROM articles WHERE source_name = ? AND trashed IS NULL LIMIT 2',
    )
    .all(source);
  return rows.length === 1 ? rows[0] : undefined;
}

/**
 * The article of the library that a candidate is a changed copy of: at the same address, else
 * under the same path, else `twin`, its near duplicate. It is `chosen` where place and words agree:
 * a path may be used again for another story, and the pages of one story may share an address.
 */
export function findEarlier(
  db: Database,
  candidate: Candidate,
  twin: Twin<StoredArticle> | null,
): Earlier | null {
  const address = atAddress(db, candidate.fields.url);
  const found = address ?? underPath(db, candidate);
  if (found === undefined) return twin === null ? null : byWords(db, twin);
  const stored = storedFingerprint(db, found.seq);
  const alike = stored === null ? 0 : similarity(candidate.fingerprint.shingles, stored.shingles);
  const enough = found.title === candidate.fields.title ? sameTextAndTitle : sameText;
  return {
    articleId: found.id,
    title: found.title,
    by: address === undefined ? 'path' : 'url',
    similarity: rounded(alike),
    chosen: alike >= enough,
  };
}

function byWords(db: Database, { of, similarity: alike }: Twin<StoredArticle>): Earlier | null {
  const row = db
    .prepare<StoredRow>('SELECT seq, id, title FROM articles WHERE seq = ?')
    .get(of.seq);
  return row === undefined
    ? null
    : { articleId: of.id, title: row.title, by: 'near', similarity: alike, chosen: false };
}
