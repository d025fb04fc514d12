import {
  combine,
  isTerm,
  visitTerms,
  type QueryNode,
  type Term,
} from '../../../shared/query/tree.ts';
import type { Database } from '../storage/database.ts';
import { pagesOfBeginning, pagesOfWord } from './index-pages.ts';
import { beginningOf } from './match.ts';

/**
 * All words with a beginning are gathered in one go, which nothing can interrupt: some 0.03 ms for
 * each page of the index (of 4 kB) they fill. At a keystroke, in the moment after it, and for who
 * asked for it, it may take so many pages.
 */
const mostPages = { typing: 600, resting: 3000, asked: 9000, thorough: Infinity } as const;
/**
 * The first letters of a word half typed are asked for as a word too: `UN`. One that fills more
 * pages than this, as `s` does after every apostrophe, is in too many articles to be gathered.
 */
const mostPagesOfWord = { typing: 100, resting: 300 } as const;

/** How much time there is for a query. */
export interface Haste {
  readonly typing?: boolean | undefined;
  readonly thorough?: boolean | undefined;
}

/** Where the beginnings of words in a query are looked for. */
export interface Beginnings {
  /** The query, without the first letters of a word half typed as a word where too many have it. */
  readonly tree: QueryNode | null;
  readonly inTexts: (beginning: string, term: Term) => boolean;
  /** Those that are looked for in titles. */
  readonly inTitles: readonly string[];
  /** Whether more would be found if there were time. */
  readonly titlesOnly: boolean;
}

/** Decides for each beginning of a word in a query whether texts or only titles are looked through. */
export function placeBeginnings(
  db: Database,
  asked: QueryNode | null,
  { typing = false, thorough = false }: Haste,
): Beginnings {
  const { tree, isCut } =
    asked === null || !typing
      ? { tree: asked, isCut: false }
      : withoutCommon(db, asked, thorough ? 'resting' : 'typing');
  const most = typing
    ? mostPages[thorough ? 'resting' : 'typing']
    : mostPages[thorough ? 'thorough' : 'asked'];
  const known = new Map<string, number>();
  const inTexts = (beginning: string, term: Term): boolean => {
    if (isFirstLetters(beginning, term)) return false;
    const pages = known.get(beginning) ?? pagesOfBeginning(db, beginning);
    known.set(beginning, pages);
    return pages <= most;
  };
  const inTitles = new Set<string>();
  let titlesOnly = isCut;
  if (tree !== null) {
    visitTerms(tree, (term) => {
      const beginning = beginningOf(term);
      if (beginning === null || inTexts(beginning, term)) return;
      inTitles.add(beginning);
      titlesOnly ||= term.field === null && !isFirstLetters(beginning, term);
    });
  }
  return { tree, inTexts, inTitles: [...inTitles], titlesOnly };
}

/** The query without a half-typed word as a whole one, where that fills too many pages. */
function withoutCommon(
  db: Database,
  tree: QueryNode,
  when: keyof typeof mostPagesOfWord,
): { tree: QueryNode; isCut: boolean } {
  let common: Term | undefined;
  visitTerms(tree, (term) => {
    const letters = beginningOf(term);
    if (letters === null || !isFirstLetters(letters, term)) return;
    if (pagesOfWord(db, letters) > mostPagesOfWord[when]) common = term;
  });
  return common === undefined
    ? { tree, isCut: false }
    : { tree: beginningAlone(tree, common), isCut: true };
}

/** The tree without the whole word of which `beginning` is the half-typed reading. */
function beginningAlone(node: QueryNode, beginning: Term): QueryNode {
  if (isTerm(node) || node.kind === 'not') return node;
  const isWhole = (other: QueryNode) =>
    isTerm(other) && other.start === beginning.start && other !== beginning;
  const kept = node.of.filter((other) => !isWhole(other));
  return (
    combine(
      node.kind,
      kept.map((child) => beginningAlone(child, beginning)),
    ) ?? node
  );
}

/** The first letters of a word half typed are not asked for in texts: more will come. */
const isFirstLetters = (beginning: string, { halfTyped }: Term): boolean =>
  halfTyped === true && beginning.length < 3;
