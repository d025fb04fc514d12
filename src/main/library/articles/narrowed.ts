import type { SQLInputValue } from 'node:sqlite';

/** Which articles count. What is left out means any. */
export interface ArticleFilter {
  /** Articles with a passage that has this tag or one beneath it. */
  readonly tag?: string | undefined;
  /** Issued then or later, as precise as it is said. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

export interface Condition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

/** Later than every date that begins with the letters before it. */
const last = '\u{10FFFF}';

/** Articles (`x`) of the range; one of which only the year or month is known counts with it. */
export function inRange({ from, until }: Pick<ArticleFilter, 'from' | 'until'>): Condition {
  const parts = ['x.trashed IS NULL'];
  const values: string[] = [];
  if (from !== undefined || until !== undefined) parts.push(`x.issued < 'X'`);
  if (from !== undefined) {
    parts.push('x.issued || ? >= ?');
    values.push(last, from);
  }
  if (until !== undefined) {
    parts.push('x.issued <= ?');
    values.push(until + last);
  }
  return { sql: parts.join(' AND '), values };
}

/** Annotations (`n`) with a tag or one beneath it. */
export const isTagged = (tag: string): Condition => ({
  sql: `n.status <> 'orphaned' AND EXISTS (SELECT 1 FROM annotation_tags t
    WHERE t.annotation = n.seq AND (t.tag = ? OR substr(t.tag, 1, length(?) + 1) = ? || '/'))`,
  values: [tag, tag, tag],
});

/** Articles (`x`) that the filter lets through. */
export function narrowed(filter: ArticleFilter): Condition {
  const range = inRange(filter);
  if (filter.tag === undefined) return range;
  const tagged = isTagged(filter.tag);
  return {
    sql: `${range.sql} AND EXISTS (SELECT 1 FROM annotations n WHERE n.article = x.seq AND ${tagged.sql})`,
    values: [...range.values, ...tagged.values],
  };
}
