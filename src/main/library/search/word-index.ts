import type { Pause } from '../slices.ts';
import { ofOneMoment, type Database } from '../storage/database.ts';
import type { ArticlePage, MatchCondition, PageRequest } from './article-search.ts';
import type { Condition, Sql } from './condition.ts';
import { ArticleLengths } from './postings/article-lengths.ts';
import { best, canEvaluate, evaluate, scores } from './postings/evaluate.ts';
import { intersection } from './postings/lists.ts';
import { RecentWords } from './postings/recent-words.ts';
import { readStructure, segmentsIn, type Segment } from './postings/segments.ts';

/** A smaller share of all articles is rather looked up one by one than met in a walk through all. */
const fewShare = 1 / 8;

/**
 * The full-text index read without FTS5's own queries, which look up the length of every match and
 * walk through each word again to learn how frequent it is. What FTS5 stored is read page by page
 * and ranked here as FTS5 would, all matches of a word in less time than it takes FTS5 to count them.
 */
export class WordIndex {
  readonly #db: Database;
  readonly #lengths: ArticleLengths;
  readonly #recent = new RecentWords();
  /** The index as it was last asked. */
  #structure: Uint8Array | undefined;
  #segments: readonly Segment[] | null = null;

  constructor(db: Database) {
    this.#db = db;
    this.#lengths = new ArticleLengths(db);
  }

  /** Forgets everything it has read. */
  forget(): void {
    this.#lengths.forget();
    this.#recent.forget();
  }

  changed(articles: readonly number[]): void {
    this.#lengths.changed(articles);
    this.#recent.forget();
  }

  /**
   * One page of the articles that meet `condition`, the best first, and how many there are. Null
   * where FTS5 has to be asked: no word is asked for, or what is asked for cannot be read here.
   */
  async find(condition: Condition, page: PageRequest, pause: Pause): Promise<ArticlePage | null> {
    const { match, exclude } = condition;
    if (match === undefined || page.sort !== 'relevance') return null;
    if (!canEvaluate(match) || (exclude !== undefined && !canEvaluate(exclude))) return null;
    await this.#lengths.ready(pause);
    // Pages of the index that another program has merged meanwhile are no longer there.
    return ofOneMoment(this.#db, () => this.#read({ ...condition, match }, page));
  }

  #read(
    { match, exclude, where }: MatchCondition,
    { offset, limit }: PageRequest,
  ): ArticlePage | null {
    const segments = this.#readSegments();
    if (segments === null) return null;
    const source = { db: this.#db, segments, lengths: this.#lengths, recent: this.#recent };
    const found = evaluate(source, match, exclude);
    const articles = where === undefined ? found.articles : this.#meeting(where, found.articles);
    const scored = scores(
      { articles, asked: found.asked },
      this.#lengths.terms,
      this.#lengths.averages,
    );
    return {
      total: articles.length,
      articles: best(articles, scored, offset, limit),
      bounded: false,
    };
  }

  #readSegments(): readonly Segment[] | null {
    const structure = readStructure(this.#db);
    const isSame =
      structure !== undefined &&
      this.#structure !== undefined &&
      Buffer.compare(structure, this.#structure) === 0;
    if (!isSame) {
      this.#segments = segmentsIn(structure);
      this.#recent.forget();
    }
    this.#structure = structure;
    return this.#segments;
  }

  /** Those of `articles` that meet a condition on their fields. */
  #meeting({ sql, params }: Sql, articles: Uint32Array): Uint32Array {
    const all = this.#db.prepare<{ n: number }>('SELECT count(*) AS n FROM articles').get()?.n ?? 0;
    const areFew = articles.length < all * fewShare;
    const from = areFew
      ? 'json_each(?) AS listed CROSS JOIN articles ON articles.seq = listed.value'
      : 'articles';
    const found = this.#db
      .prepare<{ seqs: string }>(
        `SELECT json_group_array(articles.seq) AS seqs FROM ${from} WHERE (${sql})`,
      )
      .get(...(areFew ? [`[${articles.join()}]`] : []), ...params);
    const meeting = Uint32Array.from(JSON.parse(found?.seqs ?? '[]') as number[]).sort();
    return areFew ? meeting : intersection([articles, meeting]);
  }
}
