import type { PassageSelectors } from '../../../shared/anchoring/describe.ts';
import type { Annotation, AnnotationSort } from '../../../shared/model/annotation.ts';
import type { Database } from '../storage/database.ts';
import { conditionOf, orders, type AnnotationFilter } from './filter.ts';

/** An annotation as its table holds it, beside what belongs to its article. */
export interface AnnotationRow extends PassageSelectors {
  seq: number;
  id: string;
  articleId: string;
  title: string;
  motivation: string;
  comment: string;
  colour: string;
  status: string;
  score: number | null;
  creator: string | null;
  created: string;
  modified: string;
}

export interface AnnotationOrigin {
  readonly score: number | null;
  readonly creator: string | null;
  readonly created: string;
  readonly modified: string;
}

interface Page {
  readonly sort: AnnotationSort;
  readonly offset: number;
  /** Negative: no limit. */
  readonly limit: number;
}

/** Columns a person sets. */
export interface AnnotationValues extends PassageSelectors {
  readonly motivation: Annotation['motivation'];
  readonly comment: string;
  readonly colour: Annotation['colour'];
  readonly status: Annotation['status'];
}

const select = `SELECT n.seq, n.id, a.id AS articleId, a.title, n.start, n."end", n.exact, n.prefix,
  n.suffix, n.motivation, n.comment, n.colour, n.status, n.score, n.creator, n.created, n.modified
  FROM annotations n JOIN articles a ON a.seq = n.article`;

/** SQL of the annotations and their tags. */
export function annotationStore(db: Database) {
  return {
    /** One page of the passages a filter lets through, and how many there are of them. */
    list(
      filter: AnnotationFilter,
      { sort = 'place', offset = 0, limit = -1 }: Partial<Page> = {},
    ): { rows: AnnotationRow[]; total: number } {
      const { where, values } = conditionOf(db, filter);
      const rows = db
        .prepare<AnnotationRow>(
          `${select} WHERE ${where} ORDER BY ${orders[sort]} LIMIT ? OFFSET ?`,
        )
        .all(...values, limit, offset);
      if (offset === 0 && (limit < 0 || rows.length < limit)) return { rows, total: rows.length };
      const counted = db
        .prepare<{ n: number }>(
          `SELECT count(*) AS n FROM annotations n JOIN articles a ON a.seq = n.article WHERE ${where}`,
        )
        .get(...values)?.n;
      return { rows, total: counted ?? 0 };
    },

    ids(filter: AnnotationFilter, sort: AnnotationSort): string[] {
      const { where, values } = conditionOf(db, filter);
      return db
        .prepare<{ id: string }>(
          `SELECT n.id FROM annotations n JOIN articles a ON a.seq = n.article
           WHERE ${where} ORDER BY ${orders[sort]}`,
        )
        .all(...values)
        .map(({ id }) => id);
    },

    /** Those of `ids` that are there. */
    some: (ids: readonly string[]): AnnotationRow[] =>
      db
        .prepare<AnnotationRow>(`${select} WHERE n.id IN (SELECT value FROM json_each(?))`)
        .all(JSON.stringify(ids)),

    get: (id: string): AnnotationRow | undefined =>
      db.prepare<AnnotationRow>(`${select} WHERE n.id = ?`).get(id),

    insert(id: string, article: number, version: number, values: AnnotationValues, now: string) {
      return db
        .prepare(
          `INSERT INTO annotations (id, article, version, start, "end", exact, prefix, suffix,
             motivation, comment, colour, status, created, modified)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          id,
          article,
          version,
          values.start,
          values.end,
          values.exact,
          values.prefix,
          values.suffix,
          values.motivation,
          values.comment,
          values.colour,
          values.status,
          now,
          now,
        ).lastInsertRowid;
    },

    update(seq: number, version: number | null, values: AnnotationValues, now: string): void {
      db.prepare(
        `UPDATE annotations SET version = coalesce(?, version), start = ?, "end" = ?, exact = ?,
           prefix = ?, suffix = ?, motivation = ?, comment = ?, colour = ?, status = ?,
           score = iif(?10 = 'moved', score, NULL), modified = ?
         WHERE seq = ?`,
      ).run(
        version,
        values.start,
        values.end,
        values.exact,
        values.prefix,
        values.suffix,
        values.motivation,
        values.comment,
        values.colour,
        values.status,
        now,
        seq,
      );
    },

    setComment: (seq: number, comment: string, now: string): void =>
      void db
        .prepare('UPDATE annotations SET comment = ?, modified = ? WHERE seq = ?')
        .run(comment, now, seq),

    setColour: (seq: number, colour: string, now: string): void =>
      void db
        .prepare('UPDATE annotations SET colour = ?, modified = ? WHERE seq = ?')
        .run(colour, now, seq),

    /** Puts a passage on words of the current text, as a person confirmed. */
    place: (
      seq: number,
      version: number,
      { start, end, exact, prefix, suffix }: PassageSelectors,
      now: string,
    ): void =>
      void db
        .prepare(
          `UPDATE annotations SET version = ?, start = ?, "end" = ?, exact = ?, prefix = ?,
             suffix = ?, status = 'exact', score = NULL, modified = ? WHERE seq = ?`,
        )
        .run(version, start, end, exact, prefix, suffix, now, seq),

    /** What an imported annotation brings along. */
    setOrigin: (seq: number, { score, creator, created, modified }: AnnotationOrigin): void =>
      void db
        .prepare(
          'UPDATE annotations SET score = ?, creator = ?, created = ?, modified = ? WHERE seq = ?',
        )
        .run(score, creator, created, modified, seq),

    delete: (seq: number): void =>
      void db.prepare('DELETE FROM annotations WHERE seq = ?').run(seq),

    setTags(seq: number, tags: readonly string[]): void {
      db.prepare('DELETE FROM annotation_tags WHERE annotation = ?').run(seq);
      const add = db.prepare(
        'INSERT INTO annotation_tags (annotation, tag, position) VALUES (?, ?, ?)',
      );
      for (const [position, tag] of tags.entries()) add.run(seq, tag, position);
    },

    /** Tags in the order they were given, by annotation. */
    tags: (annotations: readonly number[]): Map<number, string[]> =>
      grouped(
        db
          .prepare<{ key: number; value: string }>(
            `SELECT annotation AS key, tag AS value FROM annotation_tags
             WHERE annotation IN (SELECT value FROM json_each(?)) ORDER BY position, rowid`,
          )
          .all(JSON.stringify(annotations)),
      ),

    /** Ids of the documents citing each annotation, by the annotation's id. */
    citedIn: (ids: readonly string[]): Map<string, string[]> =>
      grouped(
        db
          .prepare<{ key: string; value: string }>(
            `SELECT DISTINCT c.annotation_id AS key, d.id AS value
             FROM citations c JOIN documents d ON d.seq = c.document
             WHERE d.trashed IS NULL AND c.annotation_id IN (SELECT value FROM json_each(?))
             ORDER BY d.seq`,
          )
          .all(JSON.stringify(ids)),
      ),
  };
}

export type AnnotationStore = ReturnType<typeof annotationStore>;

function grouped<K>(rows: readonly { key: K; value: string }[]): Map<K, string[]> {
  const groups = new Map<K, string[]>();
  for (const { key, value } of rows) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
