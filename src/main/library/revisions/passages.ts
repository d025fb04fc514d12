import type { PassageSelectors } from '../../../shared/anchoring/describe.ts';
import { resolvePassage } from '../../../shared/anchoring/resolve.ts';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Database } from '../storage/database.ts';
import type { Revision } from './version.ts';

interface PassageRow extends PassageSelectors {
  readonly seq: number;
  readonly id: string;
  readonly status: string;
}

export interface MovedPassage {
  readonly id: string;
  readonly status: Annotation['status'];
}

/**
 * Looks for every passage of a table in the new text. One that a person put there and that stands
 * unchanged stays `exact`; one found elsewhere, or waiting already, is `moved`: it keeps its words
 * and gets its new place; a lost one keeps its words, its old place and the version it stood in.
 */
export function movePassages(
  db: Database,
  table: 'annotations' | 'statements',
  { article, version, normal }: Revision,
): MovedPassage[] {
  const rows = db
    .prepare<PassageRow>(
      `SELECT seq, id, start, "end", exact, prefix, suffix, status FROM ${table}
       WHERE article = ? ORDER BY start, "end"`,
    )
    .all(article);
  const place = db.prepare(
    `UPDATE ${table} SET version = ?, start = ?, "end" = ?, status = ? WHERE seq = ?`,
  );
  const rate = db.prepare('UPDATE annotations SET score = ? WHERE seq = ?');
  const lose = db.prepare(`UPDATE ${table} SET status = 'orphaned' WHERE seq = ?`);
  return rows.map(({ seq, id, status: before, ...passage }) => {
    const found = resolvePassage(normal, passage);
    if (found.state === 'orphaned') {
      lose.run(seq);
      return { id, status: 'orphaned' };
    }
    const status = found.state === 'exact' && before === 'exact' ? 'exact' : 'moved';
    place.run(version, found.start, found.end, status, seq);
    if (table === 'annotations' && status === 'moved') {
      rate.run(found.state === 'moved' ? found.score : 1, seq);
    }
    return { id, status };
  });
}
