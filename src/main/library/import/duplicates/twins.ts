import type { Database } from '../../storage/database.ts';
import type { Candidate } from '../candidate.ts';

/** An article of the library that a candidate repeats. */
export interface Twin {
  readonly seq: number;
  readonly articleId: string;
  readonly kind: 'identical' | 'near';
  /** 0 to 1. */
  readonly similarity: number;
}

/** The article of the library, trash aside, that this candidate repeats. */
export function findTwin(db: Database, candidate: Candidate): Twin | null {
  const same = db
    .prepare<{ seq: number; id: string }>(
      `SELECT a.seq, a.id FROM texts t JOIN articles a ON a.seq = t.article
       WHERE t.hash = ? AND a.trashed IS NULL LIMIT 1`,
    )
    .get(candidate.hash);
  if (same === undefined) return null;
  return { seq: same.seq, articleId: same.id, kind: 'identical', similarity: 1 };
}
