import { hasCjk } from '../../../shared/text/scripts.ts';
import type { Database } from '../storage/database.ts';
import { both, type Condition } from './condition.ts';
import type { Pause } from '../slices.ts';
import type { ArticlePage, PageRequest } from './article-search.ts';
import { matchAnyTerm } from './match.ts';
import { profileOf, rerank, type Collection, type Profile } from './relevance.ts';

/** The best matches by FTS5's own ranking are ranked again by reading them. */
const rerankedArticles = 200;
/** Pairs of characters in more articles than this share tell nothing apart. */
const commonShare = 0.25;
/** Of a question in a script without spaces, the rarest pairs are asked for: fewer of many. */
const mostPairs = { inSmall: 64, inLarge: 12, large: 20_000 } as const;

/** How articles are found: at a keystroke, or ranking all that match. */
export type Find = (condition: Condition, page: PageRequest) => ArticlePage | Promise<ArticlePage>;

export interface AnswerMeans {
  readonly db: Database;
  readonly find: Find;
  readonly pause: Pause;
}

/** What a question asks of articles. */
export interface Asked {
  /** Its terms, each with how often it was asked for. */
  readonly terms: ReadonlyMap<string, number>;
  /** What must hold whatever the words. */
  readonly rest: Condition;
  /** Articles known to have all its words, which come first. */
  readonly whole: readonly number[];
}

/**
 * The articles that answer a question best, though none may have all its words: any of its
 * telling terms, the first matches ranked again with feedback.
 */
export async function answerQuestion(
  { db, find, pause }: AnswerMeans,
  { terms, rest, whole }: Asked,
  page: PageRequest,
): Promise<ArticlePage> {
  const collection = openCollection(db);
  const telling = tellingTerms(terms, collection);
  const condition = anyOf(telling, rest);
  if (condition === null) return { total: 0, articles: [] };
  if (page.sort === 'date' || page.offset >= rerankedArticles) return find(condition, page);
  const first = await find(condition, { sort: 'relevance', offset: 0, limit: rerankedArticles });
  const read = db.prepare<{ title: string; text: string }>(
    `SELECT title, text FROM articles
     JOIN texts ON texts.article = articles.seq AND texts.version = articles.version
     WHERE articles.seq = ?`,
  );
  const profiles: Profile[] = [];
  for (const article of first.articles) {
    const row = read.get(article);
    if (row !== undefined) profiles.push(profileOf(article, row.title, row.text, telling));
    await pause();
  }
  const length = profiles.reduce((sum, profile) => sum + profile.length, 0);
  const best = rerank(profiles, telling, {
    ...collection,
    averageLength: Math.max(1, length / Math.max(1, profiles.length)),
  });
  const among = new Set(best);
  const ranked = [...new Set([...whole.filter((article) => among.has(article)), ...best])];
  const items = ranked.slice(page.offset, page.offset + page.limit);
  const missing = page.limit - items.length;
  const following =
    missing > 0 && first.total > rerankedArticles
      ? await find(condition, { sort: 'relevance', offset: rerankedArticles, limit: missing })
      : { articles: [] };
  return {
    total: first.total,
    articles: [...items, ...following.articles],
  };
}

/** The articles `answerQuestion` lists, however ranked; null for none. */
export const closestArticles = (db: Database, { terms, rest }: Omit<Asked, 'whole'>) =>
  anyOf(tellingTerms(terms, openCollection(db)), rest);

const anyOf = (telling: ReadonlyMap<string, number>, rest: Condition): Condition | null =>
  telling.size === 0 ? null : both([{ match: matchAnyTerm([...telling.keys()]) }, rest]);

/** The terms the library has; of pairs of characters those that are rare, and not too many. */
function tellingTerms(
  asked: ReadonlyMap<string, number>,
  { articles, frequency }: Omit<Collection, 'averageLength'>,
): Map<string, number> {
  const known = [...asked].filter(([term]) => frequency(term) > 0);
  const words = known.filter(([term]) => !hasCjk(term));
  const pairs = known.filter(([term]) => hasCjk(term));
  const rare = pairs.filter(([term]) => frequency(term) <= articles * commonShare);
  const rarest = (rare.length > 0 ? rare : pairs)
    .sort((a, b) => frequency(a[0]) - frequency(b[0]))
    .slice(0, articles < mostPairs.large ? mostPairs.inSmall : mostPairs.inLarge);
  return new Map([...words, ...rarest]);
}

function openCollection(db: Database): Omit<Collection, 'averageLength'> {
  const frequencies = new Map<string, number>();
  const read = db.prepare<{ doc: number | null }>(
    'SELECT sum(doc) AS doc FROM article_vocabulary WHERE term = ?',
  );
  const { n: articles } = db
    .prepare<{ n: number }>('SELECT count(*) AS n FROM articles WHERE trashed IS NULL')
    .get() ?? { n: 0 };
  return {
    articles,
    frequency(term) {
      let known = frequencies.get(term);
      if (known === undefined) {
        known = Math.min(articles, read.get(term)?.doc ?? 0);
        frequencies.set(term, known);
      }
      return known;
    },
  };
}
