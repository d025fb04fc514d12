import type { HiddenRange } from '../../../../shared/model/ranges.ts';
import type { LibraryContext } from '../../context.ts';
import type { Database } from '../../storage/database.ts';
import { fingerprint, type Fingerprint } from './fingerprint.ts';

/** Stores an article's fingerprint in place of the one it had. Runs inside a transaction. */
export function saveFingerprint(db: Database, seq: number, { folded, bands }: Fingerprint): void {
  db.prepare('DELETE FROM article_bands WHERE article = ?').run(seq);
  db.prepare('INSERT OR REPLACE INTO article_fingerprints (article, folded) VALUES (?, ?)').run(
    seq,
    folded,
  );
  const insert = db.prepare('INSERT OR IGNORE INTO article_bands (band, article) VALUES (?, ?)');
  for (const band of bands) insert.run(band, seq);
  db.prepare('DELETE FROM fingerprint_dirty WHERE article = ?').run(seq);
}

/** The fingerprint of an article's current text, computed anew; null where there is no such article. */
export function storedFingerprint(db: Database, seq: number): Fingerprint | null {
  const row = db
    .prepare<{ text: string }>(
      `SELECT t.text FROM articles a JOIN texts t ON t.article = a.seq AND t.version = a.version
       WHERE a.seq = ?`,
    )
    .get(seq);
  if (row === undefined) return null;
  const hidden = db
    .prepare<HiddenRange>(
      `SELECT start, "end", reason, by FROM hidden_ranges WHERE article = ? ORDER BY start`,
    )
    .all(seq);
  return fingerprint(row.text, hidden);
}

/** Keeps fingerprints equal to the texts through every transaction, undo and redo included. */
export function keepFingerprints({ db, commands }: LibraryContext): void {
  commands.beforeCommit(() => {
    const dirty = db.prepare<{ article: number }>('SELECT article FROM fingerprint_dirty').all();
    for (const { article } of dirty) {
      const made = storedFingerprint(db, article);
      if (made !== null) saveFingerprint(db, article, made);
    }
    if (dirty.length > 0) db.prepare('DELETE FROM fingerprint_dirty').run();
  });
}
