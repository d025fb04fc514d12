import { visitTerms, type QueryNode, type Term } from '../../../shared/query/tree.ts';
import type { Database } from '../storage/database.ts';
import { beginningOf } from './match.ts';

/**
 * FTS5 gathers all words with a beginning in one statement, which nothing can interrupt: some
 * 0.08 ms for each page of the index (of 4 kB) they fill, and twice that to rank them. At a
 * keystroke, in the moment after it, and for who asked for it, it may take so many pages.
 */
const mostPages = { typing: 300, resting: 1000, asked: 3000, thorough: Infinity } as const;

/** How much time there is for a query. */
export interface Haste {
  readonly typing?: boolean | undefined;
  readonly thorough?: boolean | undefined;
}

/** Where the beginnings of words in a query are looked for. */
export interface Beginnings {
  readonly inTexts: (beginning: string, term: Term) => boolean;
  /** Whether some are looked for in titles. */
  readonly someInTitles: boolean;
  /** Whether more would be found if there were time. */
  readonly titlesOnly: boolean;
}

/** Decides for each beginning of a word in a query whether texts or only titles are looked through. */
export function placeBeginnings(
  db: Database,
  tree: QueryNode | null,
  { typing = false, thorough = false }: Haste,
): Beginnings {
  const most = typing
    ? mostPages[thorough ? 'resting' : 'typing']
    : mostPages[thorough ? 'thorough' : 'asked'];
  const known = new Map<string, number>();
  const inTexts = (beginning: string, term: Term): boolean => {
    if (isFirstLetters(beginning, term)) return false;
    const pages = known.get(beginning) ?? pagesOf(db, beginning);
    known.set(beginning, pages);
    return pages <= most;
  };
  let someInTitles = false;
  let titlesOnly = false;
  if (tree !== null) {
    visitTerms(tree, (term) => {
      const beginning = beginningOf(term);
      if (beginning === null || inTexts(beginning, term)) return;
      someInTitles = true;
      titlesOnly ||= term.field === null && !isFirstLetters(beginning, term);
    });
  }
  return { inTexts, someInTitles, titlesOnly };
}

/** The first letters of a word half typed are not asked for in texts: more will come. */
const isFirstLetters = (beginning: string, { halfTyped }: Term): boolean =>
  halfTyped === true && beginning.length < 3;

/**
 * About how many pages of the index the words with this beginning fill, from the upper levels of
 * the trees of its segments: see "FTS5 Data Structures" in SQLite's documentation.
 */
function pagesOf(db: Database, beginning: string): number {
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
