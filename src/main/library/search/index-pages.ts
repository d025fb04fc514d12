import type { Database } from '../storage/database.ts';

const keyOf = (term: string) => Buffer.from(`0${term}`);

/** About how many pages of the index the words with this beginning fill. */
export const pagesOfBeginning = (db: Database, beginning: string): number =>
  pagesBetween(db, keyOf(beginning), Buffer.concat([keyOf(beginning), Buffer.from([0xff])]));

/** About how many pages of the index this word fills; 0 for one that shares its page with others. */
export const pagesOfWord = (db: Database, word: string): number =>
  pagesBetween(db, keyOf(word), keyOf(word));

/**
 * Read from the upper levels of the trees of the index's segments, which know with which term a
 * leaf begins: see "FTS5 Data Structures" in SQLite's documentation.
 */
function pagesBetween(db: Database, first: Uint8Array, last: Uint8Array): number {
  const { pages } = db
    .prepare<{ pages: number | null }>(
      `WITH RECURSIVE segment(id) AS (
         SELECT min(segid) FROM article_fts_idx
         UNION ALL
         SELECT (SELECT min(segid) FROM article_fts_idx WHERE segid > id)
         FROM segment WHERE id IS NOT NULL)
       SELECT sum(max(0,
         coalesce(${leaf('> ?2 ORDER BY term')}, ${leaf('<= ?2 ORDER BY term DESC')} + 1, 1)
         - coalesce(${leaf('<= ?1 ORDER BY term DESC')}, 0) - 1)) AS pages
       FROM segment WHERE id IS NOT NULL`,
    )
    .get(first, last) ?? { pages: 0 };
  return pages ?? 0;
}

/** The number of a leaf by the term it begins with; the lowest bit of what is kept says something else. */
const leaf = (condition: string): string =>
  `(SELECT pgno / 2 FROM article_fts_idx WHERE segid = id AND term ${condition} LIMIT 1)`;
