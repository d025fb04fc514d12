import type { Database } from '../storage/database.ts';

/**
 * About how many pages of the index the words with this beginning fill, from the upper levels of
 * the trees of its segments: see "FTS5 Data Structures" in SQLite's documentation.
 */
export function pagesOf(db: Database, beginning: string): number {
  const first = Buffer.from(`0${beginning}`);
  const beyond = Buffer.concat([first, Buffer.from([0xff])]);
  const { pages } = db
    .prepare<{ pages: number | null }>(
      `WITH RECURSIVE segment(id) AS (
         SELECT min(segid) FROM article_fts_idx
         UNION ALL
         SELECT (SELECT min(segid) FROM article_fts_idx WHERE segid > id)
         FROM segment WHERE id IS NOT NULL)
       SELECT sum(${leaf('<= ?2')} - ${leaf('<= ?1')}) AS pages FROM segment WHERE id IS NOT NULL`,
    )
    .get(first, beyond) ?? { pages: 0 };
  return pages ?? 0;
}

/** The number of the last leaf that begins so; its lowest bit says something else. */
const leaf = (condition: string): string =>
  `coalesce((SELECT pgno / 2 FROM article_fts_idx
     WHERE segid = id AND term ${condition} ORDER BY term DESC LIMIT 1), 0)`;
