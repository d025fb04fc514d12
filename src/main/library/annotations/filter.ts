import type { SQLInputValue } from 'node:sqlite';
import type { AnnotationSort } from '../../../shared/model/annotation.ts';
import { foldString } from '../../../shared/text/fold.ts';
import { isWithinTag } from '../../../shared/text/tag-names.ts';
import { counted } from '../counted-mentions.ts';
import type { Database } from '../storage/database.ts';

/** What a list of passages is narrowed to; what is left out means any. */
export interface AnnotationFilter {
  readonly ids?: readonly string[] | undefined;
  readonly articleId?: string | undefined;
  readonly status?: string | undefined;
  readonly tag?: string | undefined;
  readonly colour?: string | undefined;
  readonly motivation?: string | undefined;
  readonly actorId?: string | undefined;
  readonly cited?: boolean | undefined;
  readonly text?: string | undefined;
}

const cited = `n.id IN (SELECT c.annotation_id FROM citations c
  JOIN documents d ON d.seq = c.document WHERE d.trashed IS NULL)`;

const namesActor = `(
  EXISTS (SELECT 1 FROM mentions m JOIN actors p ON p.seq = m.actor
    WHERE p.id = ?1 AND m.article = n.article AND m.start < n."end" AND m."end" > n.start
      AND ${counted('m')})
  OR EXISTS (SELECT 1 FROM statements s JOIN actors p
      ON p.seq IN (s.speaker, s.addressee, s.subject)
    WHERE p.id = ?1 AND s.article = n.article AND s.start < n."end" AND s."end" > n.start))`;

const inList = 'IN (SELECT value FROM json_each(?))';

/** The filter as SQL over `annotations n JOIN articles a`, and its parameters in order. */
export function conditionOf(
  db: Database,
  filter: AnnotationFilter,
): { where: string; values: SQLInputValue[] } {
  const parts: string[] = [];
  const values: SQLInputValue[] = [];
  const add = (sql: string, ...given: SQLInputValue[]) => {
    parts.push(sql);
    values.push(...given);
  };
  const { ids, articleId, status, colour, motivation, tag, actorId, text } = filter;
  if (articleId !== undefined) add('a.id = ?', articleId);
  else if (ids === undefined) add('a.trashed IS NULL');
  if (ids !== undefined) add(`n.id ${inList}`, JSON.stringify(ids));
  if (status !== undefined) add('n.status = ?', status);
  if (colour !== undefined) add('n.colour = ?', colour);
  if (motivation !== undefined) add('n.motivation = ?', motivation);
  if (tag !== undefined) {
    add(
      `n.seq IN (SELECT annotation FROM annotation_tags WHERE tag ${inList})`,
      JSON.stringify(tagsWithin(db, tag)),
    );
  }
  if (actorId !== undefined) {
    // Orphaned passages have no place, so nothing stands in them.
    add(
      `n.status <> 'orphaned' AND n.seq ${inList}`,
      JSON.stringify(
        db
          .prepare<{ seq: number }>(`SELECT n.seq FROM annotations n WHERE ${namesActor}`)
          .all(actorId)
          .map(({ seq }) => seq),
      ),
    );
  }
  if (filter.cited !== undefined) add(filter.cited ? cited : `NOT (${cited})`);
  const words = foldString(text ?? '')
    .split(/\s+/u)
    .filter(Boolean);
  if (words.length > 0) add(`n.seq ${inList}`, JSON.stringify(withWords(db, words)));
  return { where: parts.join(' AND '), values };
}

/** A tag and those beneath it, as far as passages carry them. */
const tagsWithin = (db: Database, tag: string): string[] =>
  db
    .prepare<{ tag: string }>('SELECT DISTINCT tag FROM annotation_tags')
    .all()
    .map((row) => row.tag)
    .filter((name) => isWithinTag(name, tag));

function withWords(db: Database, words: readonly string[]): number[] {
  const rows = db
    .prepare<{ seq: number; written: string }>(
      `SELECT seq, exact || char(10) || comment || char(10) ||
         coalesce((SELECT group_concat(tag, char(10)) FROM annotation_tags
           WHERE annotation = seq), '') AS written FROM annotations`,
    )
    .iterate();
  const found: number[] = [];
  for (const { seq, written } of rows) {
    const folded = foldString(written);
    if (words.every((word) => folded.includes(word))) found.push(seq);
  }
  return found;
}

/** `ORDER BY` of each order; the place in the text decides between equals. */
export const orders: Readonly<Record<AnnotationSort, string>> = {
  place: 'n.article, n.start, n."end", n.seq',
  created: 'n.created, n.seq',
  '-created': 'n.created DESC, n.seq DESC',
  modified: 'n.modified, n.seq',
  '-modified': 'n.modified DESC, n.seq DESC',
  colour: 'n.colour, n.article, n.start, n.seq',
  title: 'a.title COLLATE NOCASE, n.article, n.start, n.seq',
};
