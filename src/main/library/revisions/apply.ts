import { wordCount } from '../../../shared/text/words.ts';
import { applyToArticle } from '../cleaning/learnt/apply-stored.ts';
import { rulesOf } from '../cleaning/learnt/store.ts';
import type { Database } from '../storage/database.ts';
import { sha256 } from '../storage/originals/original-name.ts';
import { moveDecisions } from './decisions.ts';
import { moveHidden } from './hidden.ts';
import { movePassages, type MovedPassage } from './passages.ts';
import { sameWords, type Revision } from './version.ts';

function saveText(db: Database, { article, version, after }: Revision, now: string): void {
  const { original } = after;
  if (original !== null) {
    db.prepare('INSERT OR IGNORE INTO originals (sha256, bytes) VALUES (?, ?)').run(
      original.sha256,
      original.bytes,
    );
    db.prepare(
      'UPDATE articles SET original = ?, source_name = ?, source_format = ? WHERE seq = ?',
    ).run(original.sha256, original.name, original.format, article);
  }
  db.prepare(
    `INSERT INTO texts (article, version, text, hash, blocks, marks, created, original)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    article,
    version,
    after.text,
    sha256(after.text),
    JSON.stringify(after.blocks),
    JSON.stringify(after.marks),
    now,
    original?.sha256 ?? null,
  );
  db.prepare('UPDATE articles SET version = ?, words = ?, modified = ? WHERE seq = ?').run(
    version,
    wordCount(after.text),
    now,
    article,
  );
  db.prepare('UPDATE reading SET position = min(position, ?) WHERE article = ?').run(
    after.text.length,
    article,
  );
}

/** The words the origin was read from, where the new text still has them. */
function moveEvidence(db: Database, plan: Revision): void {
  const row = db
    .prepare<{ start: number | null; end: number | null }>(
      'SELECT origin_start AS start, origin_end AS "end" FROM articles WHERE seq = ?',
    )
    .get(plan.article);
  if (row?.start == null || row.end === null) return;
  const place = sameWords(plan, { start: row.start, end: row.end });
  db.prepare('UPDATE articles SET origin_start = ?, origin_end = ? WHERE seq = ?').run(
    place?.start ?? null,
    place?.end ?? null,
    plan.article,
  );
}

const outletOf = (db: Database, seq: number): string | null =>
  db
    .prepare<{ outlet: string | null }>(
      'SELECT container_title AS outlet FROM articles WHERE seq = ?',
    )
    .get(seq)?.outlet ?? null;

/**
 * Makes a planned revision: the new text and everything that stands on the old one. Runs inside a
 * transaction; answers where the annotations came to stand.
 */
export function applyRevision(db: Database, plan: Revision, now: string): MovedPassage[] {
  moveEvidence(db, plan);
  moveHidden(db, plan);
  moveDecisions(db, plan);
  saveText(db, plan, now);
  const annotations = movePassages(db, 'annotations', plan);
  movePassages(db, 'statements', plan);
  if (plan.after.hiddenIsDecided !== true) {
    applyToArticle(db, plan.article, rulesOf(db, outletOf(db, plan.article)));
  }
  return annotations;
}
