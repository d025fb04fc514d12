import type { Relation } from '../../../../shared/model/relation.ts';
import type { Database } from '../../storage/database.ts';

export interface RelationRow {
  readonly seq: number;
  readonly id: string;
  readonly kind: Relation['kind'];
  readonly title: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly subjectId: string;
  readonly subjectName: string;
  readonly objectId: string | null;
  readonly objectName: string | null;
}

export type RelationFields = Pick<Relation, 'title' | 'from' | 'until'>;

const select = `SELECT r.seq, r.id, r.kind, r.title, r."from", r.until,
  s.id AS subjectId, s.name AS subjectName, o.id AS objectId, o.name AS objectName
  FROM actor_relations r JOIN actors s ON s.seq = r.subject LEFT JOIN actors o ON o.seq = r.object`;

export const toRelation = (row: RelationRow): Relation => ({
  id: row.id,
  kind: row.kind,
  subject: { id: row.subjectId, name: row.subjectName },
  object: row.objectId === null ? null : { id: row.objectId, name: row.objectName ?? '' },
  title: row.title,
  from: row.from,
  until: row.until,
});

/** SQL of the relations between actors. */
export function relationStore(db: Database) {
  return {
    list: (actorId: string | undefined): Relation[] =>
      db
        .prepare<RelationRow>(
          `${select} WHERE ?1 IS NULL OR s.id = ?1 OR o.id = ?1
           ORDER BY r.until IS NOT NULL, r."from" DESC, s.name, r.seq`,
        )
        .all(actorId ?? null)
        .map(toRelation),

    get: (id: string): RelationRow | undefined =>
      db.prepare<RelationRow>(`${select} WHERE r.id = ?`).get(id),

    insert: (
      ends: { id: string; kind: Relation['kind']; subject: number; object: number | null },
      { title, from, until }: RelationFields,
      now: string,
    ): void =>
      void db
        .prepare(
          `INSERT INTO actor_relations (id, kind, subject, object, title, "from", until, created, modified)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(ends.id, ends.kind, ends.subject, ends.object, title, from, until, now, now),

    update: (seq: number, { title, from, until }: RelationFields, now: string): void =>
      void db
        .prepare(
          'UPDATE actor_relations SET title = ?, "from" = ?, until = ?, modified = ? WHERE seq = ?',
        )
        .run(title, from, until, now, seq),

    delete: (seq: number): void =>
      void db.prepare('DELETE FROM actor_relations WHERE seq = ?').run(seq),
  };
}
