import { visitTerms, type QueryNode, type Term } from '../../../shared/query/tree.ts';
import type { Database } from '../storage/database.ts';
import { pagesOf } from './index-pages.ts';
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
