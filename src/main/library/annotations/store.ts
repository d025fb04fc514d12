import type { PassageSelectors } from '../../../shared/anchoring/describe.ts';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Database } from '../storage/database.ts';

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
  created: string;
  modified: string;
}

/** Columns a person sets. */
export interface AnnotationValues extends PassageSelectors {
  readonly motivation: Annotation['motivation'];
  readonly comment: string;
  readonly colour: Annotation['colour'];
  readonly status: Annotation['status'];
}

const select = `SELECT n.seq, n.id, a.id AS articleId, a.title, n.start, n."end", n.exact, n.prefix,
  n.suffix, n.motivation, n.comment, n.colour, n.status, n.created, n.modified
  FROM annotations n JOIN articles a ON a.seq = n.article`;

export interface AnnotationFilter {
  readonly articleId?: string | undefined;
  readonly status?: string | undefined;
  readonly tag?: string | undefined;
}

function conditions(filter: AnnotationFilter): { where: string; values: string[] } {
  const parts: [string, string][] = [];
  if (filter.articleId !== undefined) parts.push(['a.id = ?', filter.articleId]);
  if (filter.status !== undefined) parts.push(['n.status = ?', filter.status]);
  if (filter.tag !== undefined) {
    parts.push(['n.seq IN (SELECT annotation FROM annotation_tags WHERE tag = ?)', filter.tag]);
  }
  const inSight = filter.articleId === undefined ? ['a.trashed IS NULL'] : [];
  const where = [...inSight, ...parts.map(([sql]) => sql)].join(' AND ');
  return { where: where === '' ? '' : ` WHERE ${where}`, values: parts.map(([, value]) => value) };
}

/** SQL of the annotations and their tags. */
export function annotationStore(db: Database) {
  return {
    list(filter: AnnotationFilter, limit: number): { rows: AnnotationRow[]; total: number } {
      const { where, values } = conditions(filter);
      const rows = db
        .prepare<AnnotationRow>(`${select}${where} ORDER BY n.article, n.start, n."end" LIMIT ?`)
        .all(...values, limit);
      const counted =
        rows.length < limit
          ? rows.length
          : db
              .prepare<{ n: number }>(
                `SELECT count(*) AS n FROM annotations n JOIN articles a ON a.seq = n.article${where}`,
              )
              .get(...values)?.n;
      return { rows, total: counted ?? 0 };
    },

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
           prefix = ?, suffix = ?, motivation = ?, comment = ?, colour = ?, status = ?, modified = ?
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

    delete: (seq: number): void =>
      void db.prepare('DELETE FROM annotations WHERE seq = ?').run(seq),

    setTags(seq: number, tags: readonly string[]): void {
      db.prepare('DELETE FROM annotation_tags WHERE annotation = ?').run(seq);
      const add = db.prepare('INSERT INTO annotation_tags (annotation, tag) VALUES (?, ?)');
      for (const tag of tags) add.run(seq, tag);
    },

    /** Tags in the order they were given, by annotation. */
    tags: (annotations: readonly number[]): Map<number, string[]> =>
      grouped(
        db
          .prepare<{ key: number; value: string }>(
            `SELECT annotation AS key, tag AS value FROM annotation_tags
             WHERE annotation IN (SELECT value FROM json_each(?)) ORDER BY rowid`,
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

    tagCounts: (): { name: string; annotations: number }[] =>
      db
        .prepare<{ name: string; annotations: number }>(
          `SELECT tag AS name, count(*) AS annotations FROM annotation_tags
           GROUP BY tag ORDER BY tag COLLATE NOCASE`,
        )
        .all(),
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
