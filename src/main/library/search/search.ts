import type { Handlers, Method, Parsed } from '../../../shared/contract/methods.ts';
import {
  searchKinds,
  type SearchGroup,
  type SearchKind,
  type SearchResult,
  type SearchSort,
} from '../../../shared/model/search.ts';
import { AttacheError } from '../../../shared/contract/errors.ts';
import { chips } from '../../../shared/query/chips.ts';
import { parseQuery } from '../../../shared/query/parse.ts';
import {
  visitTerms,
  type ParsedQuery,
  type QueryNode,
  type Term,
} from '../../../shared/query/tree.ts';
import type { LibraryContext } from '../context.ts';
import { slices, type Pause } from '../slices.ts';
import type { Database } from '../storage/database.ts';
import { articleItems } from './article-items.ts';
import { allArticles, findArticles, type ArticlePage, type PageRequest } from './article-search.ts';
import { answerQuestion, closestArticles, type AnswerMeans, type Find } from './answer.ts';
import { asQuestion, fewWhole, openQuestion } from './question.ts';
import { placeBeginnings, type Haste } from './beginnings.ts';
import { completionHandlers } from './complete.ts';
import type { Condition } from './condition.ts';
import { searchEngine, type SearchEngine } from './engine.ts';
import { entryItem, findEntries, tableOf, type NotebookKind } from './notebook-search.ts';
import { FieldChoices } from './field-choices.ts';
import { nearWords } from './missing-words.ts';
import { unknownValues } from './unknown-values.ts';
import { countFacets, facetConditions, noFacets, type FindAll } from './facets.ts';
import { savedSearchHandlers } from './saved-searches.ts';
import { searchHistoryHandlers } from './search-history.ts';
import { withHalfTyped, type Typed } from './typing.ts';

/** How much time there is for a query, and how its results are listed. */
type Hurried = Haste & { readonly sort?: SearchSort | undefined };

export type SearchMethod = Extract<Method, `search.${string}` | `searches.${string}`>;

export function searchHandlers(context: LibraryContext): Handlers<SearchMethod> {
  const engine = searchEngine(context);
  const { db } = context;
  const findAll: FindAll = async (condition, pause) =>
    (await engine.words.findAll(condition, pause)) ?? allArticles(db, condition);
  const facets = async (asked: QueryNode | null, haste: Hurried, pause: Pause) => {
    const { tree, ...beginnings } = placeBeginnings(db, asked, haste);
    await engine.titles.ready(beginnings.inTitles, pause);
    const conditionOf = (part: QueryNode | null) => engine.condition(part, beginnings);
    /** The articles that are listed for a part of the query where the closest ones are. */
    const closest = (part: QueryNode | null) => {
      const question = part === null ? null : asQuestion(part);
      if (question === null) return conditionOf(part);
      const rest = conditionOf(question.rest);
      return closestArticles(db, { ...question, rest }) ?? conditionOf(part);
    };
    const isOpen = async () => {
      if (tree === null || asQuestion(tree) === null) return false;
      const one = { sort: 'relevance', offset: 0, limit: 1 } as const;
      const condition = conditionOf(tree);
      const found =
        (await engine.words.find(condition, one, pause)) ?? findArticles(db, condition, one);
      return openQuestion(tree, found.total, haste.sort ?? 'relevance') !== null;
    };
    const conditions = facetConditions(tree, (await isOpen()) ? closest : conditionOf);
    return countFacets(db, findAll, conditions, pause);
  };
  const choices = new FieldChoices(context, engine);
  const near = async (tree: QueryNode, pause: Pause) => [
    ...(await nearWords(db, engine, askedFor(tree), pause)),
    ...unknownValues(engine.sources.values, choices, tree),
  ];
  return {
    async 'search.query'(input, signal) {
      const pause = slices(signal);
      const parsed = parseQuery(input.q);
      const { tree } = parsed;
      if (tree !== null && askedFor(tree).some(({ kind }) => kind === 'fuzzy')) {
        await engine.near.ready();
      }
      const result = await search(db, engine, parsed, input, pause);
      if (input.facets === true) result.facets = await facets(tree, input, pause);
      if (tree !== null && input.typing !== true) {
        const items = mayMissWords(result, tree)
          ? await near(tree, pause)
          : unknownValues(engine.sources.values, choices, tree);
        if (items.length > 0) result.near = items;
      }
      return result;
    },
    'search.facets'(input, signal) {
      engine.refresh();
      const haste = { ...input, thorough: true };
      const { tree } = typed(haste, parseQuery(input.q));
      return tree === null ? noFacets : facets(tree, haste, slices(signal));
    },
    async 'search.near'(input, signal) {
      engine.refresh();
      const { tree } = typed(input, parseQuery(input.q));
      return { items: tree === null ? [] : await near(tree, slices(signal)) };
    },
    ...completionHandlers(engine, choices),
    ...savedSearchHandlers(context),
    ...searchHistoryHandlers(context),
  };
}

async function search(
  db: Database,
  engine: SearchEngine,
  parsed: ParsedQuery,
  input: Parsed<'search.query'>,
  pause: Pause,
): Promise<SearchResult> {
  engine.refresh();
  const [error] = parsed.errors;
  const result: SearchResult = { understood: chips(parsed), groups: [] };
  if (error !== undefined) result.error = error;
  const building = engine.articles.left();
  if (building > 0) result.building = building;
  const { tree, unfinished } = typed(input, parsed);
  if (unfinished) result.unfinished = true;
  if (tree === null) return result;
  const terms = askedFor(tree);
  const page: PageRequest = {
    sort: input.sort ?? 'relevance',
    offset: readCursor(input.cursor),
    limit: input.limit,
  };
  const beginnings = placeBeginnings(db, tree, input);
  await engine.titles.ready(beginnings.inTitles, pause);
  const conditionOf = (part: QueryNode | null) => engine.condition(part, beginnings);
  const find: Find = async (condition, part) =>
    (await engine.words.find(condition, part, pause)) ?? findArticles(db, condition, part);
  for (const kind of wantedKinds(input)) {
    await pause();
    if (kind !== 'articles') {
      result.groups.push(notebookGroup(engine, kind, tree, terms, page, db));
      continue;
    }
    const found = await articlesFor(
      { db, find, pause },
      conditionOf,
      beginnings.tree ?? tree,
      page,
    );
    await pause();
    const items = articleItems(db, engine.listed, found.articles, found.terms ?? terms, {
      ...engine.sources,
      inTexts: beginnings.inTexts,
    });
    result.groups.push({
      kind,
      total: found.total,
      items,
      nextCursor: cursorAfter(page, found.total),
    });
    if (beginnings.titlesOnly) result.titlesOnly = true;
    if (found.terms !== undefined) result.relaxed = true;
    if (found.whole !== undefined && found.whole > 0) result.whole = found.whole;
  }
  return result;
}

/** What is asked for: while it is typed, the last word is also the beginning of one. */
function typed(
  { q, typing, thorough }: { readonly q: string } & Haste,
  { tree }: ParsedQuery,
): Typed {
  return tree !== null && typing === true
    ? withHalfTyped(tree, q, thorough === true)
    : { tree, unfinished: false };
}

interface Answer extends ArticlePage {
  /** Where words of a question were left out: what to mark instead of the words written. */
  readonly terms?: readonly Term[];
  /** And how many articles, which come first, have all of them. */
  readonly whole?: number;
}

/**
 * The articles a query asks for. Where none has all the words of a question, or few of one that is
 * written as a sentence, those that answer it best.
 */
async function articlesFor(
  means: AnswerMeans,
  conditionOf: (tree: QueryNode | null) => Condition,
  tree: QueryNode,
  page: PageRequest,
): Promise<Answer> {
  const condition = conditionOf(tree);
  const exact = await means.find(condition, page);
  const question = openQuestion(tree, exact.total, page.sort);
  if (question === null) return exact;
  const { articles: whole } = await means.find(condition, { ...page, offset: 0, limit: fewWhole });
  const rest = conditionOf(question.rest);
  const answers = await answerQuestion(means, { terms: question.terms, rest, whole }, page);
  return answers.total === 0 ? exact : { ...answers, terms: question.words, whole: exact.total };
}

function notebookGroup(
  engine: SearchEngine,
  kind: NotebookKind,
  tree: QueryNode,
  terms: readonly Term[],
  page: PageRequest,
  db: Database,
): SearchGroup {
  const index = engine.notebook[tableOf[kind]];
  const found = findEntries({ db, kind, index, sources: engine.sources }, tree, page.sort);
  const words = terms.filter(({ field }) => field === null || field === 'title');
  return {
    kind,
    total: found.length,
    items: found
      .slice(page.offset, page.offset + page.limit)
      .map((entry) => entryItem(entry, words)),
    nextCursor: cursorAfter(page, found.length),
  };
}

/** Where articles were found and nothing was a mere alternative, every word has been found. */
function mayMissWords(result: SearchResult, tree: QueryNode): boolean {
  const some = result.groups.some(({ kind, total }) => kind === 'articles' && total > 0);
  return !some || result.relaxed === true || hasOr(tree);
}

const hasOr = (tree: QueryNode): boolean =>
  tree.kind === 'or' || (tree.kind === 'and' && tree.of.some(hasOr));

/** The terms a result has, without those it must not have. */
function askedFor(tree: QueryNode): Term[] {
  const terms: Term[] = [];
  visitTerms(tree, (term, negated) => {
    if (!negated) terms.push(term);
  });
  return terms;
}

function wantedKinds({ in: kinds }: Parsed<'search.query'>): readonly SearchKind[] {
  if (kinds === undefined) return searchKinds;
  return typeof kinds === 'string' ? [kinds] : kinds;
}

function readCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw new AttacheError('invalid-input', 'This is not a cursor of search.query.', {
    field: 'cursor',
  });
}

const cursorAfter = ({ offset, limit }: PageRequest, total: number): string | null =>
  offset + limit < total ? String(offset + limit) : null;
