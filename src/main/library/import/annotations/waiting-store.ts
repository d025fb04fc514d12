import type { Database } from '../../storage/database.ts';
import type { ImportedAnnotation } from './read-item.ts';

interface WaitingRow {
  readonly id: string;
  readonly source: string;
  readonly title: string;
  readonly item: string;
  readonly received: string;
}

/** SQL of the annotations whose text is not in the library. `source` is the first of its sources. */
export function waitingStore(db: Database) {
  return {
    /** A second import of the same annotation brings the newer state of it. */
    keep: (item: ImportedAnnotation, now: string): void =>
      void db
        .prepare(
          `INSERT INTO waiting_annotations (id, source, title, hash, item, received)
           VALUES (?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET source = excluded.source, title = excluded.title,
             hash = excluded.hash, item = excluded.item`,
        )
        .run(item.id, item.sources[0] ?? '', item.title, item.hash, JSON.stringify(item), now),

    remove: (id: string): void =>
      void db.prepare('DELETE FROM waiting_annotations WHERE id = ?').run(id),

    /** All of them, or those of one source, in the order they came. */
    list: (source?: string): (Omit<WaitingRow, 'item'> & { item: ImportedAnnotation })[] =>
      db
        .prepare<WaitingRow>(
          `SELECT id, source, title, item, received FROM waiting_annotations
           WHERE ?1 IS NULL OR source = ?1 ORDER BY received, rowid`,
        )
        .all(source ?? null)
        .map(({ id, source, title, item, received }) => ({
          id,
          source,
          title,
          item: JSON.parse(item) as ImportedAnnotation,
          received,
        })),
  };
}
