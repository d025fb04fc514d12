import type { Pause } from '../slices.ts';
import { ofOneMoment, type Database } from '../storage/database.ts';
import type { ArticlePage, MatchCondition, PageRequest } from './article-search.ts';
import type { Condition, Sql } from './condition.ts';
import { IssueDays } from './issue-days.ts';
import { wholeWords, type Match } from './match.ts';
import { ArticleLengths } from './postings/article-lengths.ts';
import { best, canEvaluate, evaluate, scores, type Matched } from './postings/evaluate.ts';
import { intersection } from './postings/lists.ts';
import { postingsOf, type PostingSource } from './postings/postings.ts';
import { RecentWords } from './postings/recent-words.ts';
import { readStructure, segmentsIn, type Segment } from './postings/segments.ts';
import { byAge } from './scores.ts';

/** In a library of no more articles all words of a query are read in a moment. */
const fewArticles = 100_000;
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
  readonly #days: IssueDays;
  readonly #recent = new RecentWords();
  /** The index as it was last asked. */
  #structure: Uint8Array | undefined;
  #segments: readonly Segment[] | null = null;

  constructor(db: Database) {
    this.#db = db;
    this.#lengths = new ArticleLengths(db);
    this.#days = new IssueDays(db);
  }

  /** Forgets everything it has read. */
  forget(): void {
    this.#lengths.forget();
    this.#recent.forget();
    this.#days.forget();
  }

  /** Forgets what it has read of the articles' fields. */
  forgetFields(): void {
    this.#days.forget();
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
    const { sort, offset, limit } = page;
    if (match === undefined || sort === 'date') return null;
    if (!canEvaluate(match) || (exclude !== undefined && !canEvaluate(exclude))) return null;
    await this.#lengths.ready(pause);
    if (this.#lengths.averages.articles > fewArticles) await this.#readAhead(match, pause);
    // Pages of the index that another program has merged meanwhile are no longer there.
    const found = ofOneMoment(this.#db, () => this.#matching({ ...condition, match }));
    if (found === null) return null;
    await pause();
    const { articles } = found;
    const scored = await scores(found, this.#lengths.terms, this.#lengths.averages, pause);
    if (sort === 'recency') {
      const age = await this.#days.ages(pause);
      for (let i = 0; i < scored.length; i++)
        scored[i] = (scored[i] ?? 0) * byAge(age(articles[i] ?? 0));
    }
    return {
      total: articles.length,
      articles: best(articles, scored, offset, limit),
      bounded: false,
    };
  }

  /** Reads the words asked for one after the other, so that others are heard in between. */
  async #readAhead(match: Match, pause: Pause): Promise<void> {
    for (const word of wholeWords(match)) {
      await pause();
      ofOneMoment(this.#db, () => {
        const source = this.#source();
        if (source !== null) postingsOf(source, word);
      });
    }
    await pause();
  }

  #matching({ match, exclude, where }: MatchCondition): Matched | null {
    const source = this.#source();
    if (source === null) return null;
    const { articles, asked } = evaluate(source, match, exclude);
    return { asked, articles: where === undefined ? articles : this.#meeting(where, articles) };
  }

  /** Null where SQLite has laid out the index in a way unknown here. */
  #source(): PostingSource | null {
    const segments = this.#readSegments();
    return segments === null
      ? null
      : { db: this.#db, segments, lengths: this.#lengths, recent: this.#recent };
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
