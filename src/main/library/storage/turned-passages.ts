import { mostNamedPassages } from '../../../shared/contract/events.ts';
import type { Database } from './database.ts';

/** Tables whose rows are passages, or say something of one. */
const tables = ['annotations', 'annotation_tags'];

/**
 * Ids of the passages a recorded command changes, where it changes nothing else. Ask before the
 * command is turned: what it will delete is still in its table, what it will bring back is in the
 * journal. Undefined where other things change, or more passages than an event names.
 */
export function passagesTurned(db: Database, command: number): string[] | undefined {
  const others = db
    .prepare(
      'SELECT 1 FROM journal_row WHERE command = ?1 AND tbl NOT IN (SELECT value FROM json_each(?2)) LIMIT 1',
    )
    .get(command, JSON.stringify(tables));
  if (others !== undefined) return undefined;
  const ids = db
    .prepare<{ id: string }>(
      `SELECT coalesce(j.c_id, n.id) AS id
         FROM journal_row r JOIN journal_annotations j ON j.seq = r.seq
         LEFT JOIN annotations n ON n.seq = j.k_seq
        WHERE r.command = ?1 AND r.tbl = 'annotations' AND coalesce(j.c_id, n.id) IS NOT NULL
       UNION
       SELECT n.id FROM journal_row r JOIN journal_annotation_tags j ON j.seq = r.seq
         JOIN annotations n ON n.seq = j.k_annotation
        WHERE r.command = ?1 AND r.tbl = 'annotation_tags'
       LIMIT ?2`,
    )
    .all(command, mostNamedPassages + 1)
    .map(({ id }) => id);
  return ids.length > mostNamedPassages ? undefined : ids;
}
