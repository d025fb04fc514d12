import type { Pause } from '../slices.ts';
import { ofOneMoment, type Database } from '../storage/database.ts';
import type { SearchSort } from '../../../shared/model/search.ts';
import type { ArticlePage, PageRequest } from './article-search.ts';
import type { Condition, Sql } from './condition.ts';
import { IssueDays } from './issue-days.ts';
import type { Match } from './match.ts';
import { ArticleLengths } from './postings/article-lengths.ts';
import { best, canEvaluate, evaluate, scores, type Matched } from './postings/evaluate.ts';
import { intersection } from './postings/lists.ts';
import { AskedLists } from './postings/asked-lists.ts';
import type { PostingSource } from './postings/postings.ts';
import { RecentWords } from './postings/recent-words.ts';
import { readStructure, segmentsIn, type Segment } from './postings/segments.ts';
import { byAge } from './scores.ts';

/** The words of a query are read for so many ms before others are heard. */
const atOnce = 10;
/** So often is read what is asked for, where the index keeps being written. */
const mostAttempts = 3;
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
   * One page of the articles that meet `condition`, in the order asked for, and how many there are.
   * Null where FTS5 has to be asked: no word is asked for, or what is asked for cannot be read here.
   */
  async find(condition: Condition, page: PageRequest, pause: Pause): Promise<ArticlePage | null> {
    const { sort, offset, limit } = page;
    const found = await this.#matching(condition, pause);
    if (found === null) return null;
    const { articles } = found;
    await pause();
    const ordered = await this.#scored(found, sort, pause);
    return {
      total: articles.length,
      articles: best(articles, ordered, offset, limit),
      bounded: false,
    };
  }

  /** All articles that meet `condition`, ascending; null where `find` answers null. */
  async findAll(condition: Condition, pause: Pause): Promise<Uint32Array | null> {
    return (await this.#matching(condition, pause))?.articles ?? null;
  }

  /** What the articles are ordered by, the greatest first. */
  async #scored(found: Matched, sort: SearchSort, pause: Pause): Promise<Float64Array> {
    const { articles } = found;
    if (sort === 'date') {
      const place = await this.#days.places(pause);
      return Float64Array.from(articles, place);
    }
    const scored = await scores(found, this.#lengths.terms, this.#lengths.averages, pause);
    if (sort === 'relevance') return scored;
    const age = await this.#days.ages(pause);
    return scored.map((score, i) => score * byAge(age(articles[i] ?? 0)));
  }

  async #matching({ match, exclude, where }: Condition, pause: Pause): Promise<Matched | null> {
    if (match === undefined || !canEvaluate(match)) return null;
    if (exclude !== undefined && !canEvaluate(exclude)) return null;
    const lists = await this.#read(exclude === undefined ? [match] : [match, exclude], pause);
    if (lists === null) return null;
    const found = await evaluate(lists, match, exclude, pause);
    if (where === undefined) return found;
    await pause();
    return { ...found, articles: this.#meeting(where, found.articles) };
  }

  /**
   * Reads what is asked for, with pauses. What is written meanwhile, also by another program, makes
   * another index: everything is then read again, in the end without a pause. Null where SQLite has
   * laid out the index in a way unknown here.
   */
  async #read(matches: readonly Match[], pause: Pause): Promise<AskedLists | null> {
    for (let attempt = 1; ; attempt++) {
      await this.#lengths.ready(pause);
      const time = attempt === mostAttempts ? Infinity : atOnce;
      const lists = new AskedLists();
      let reading: Reading | null = null;
      for (let state: ReadState = 'begun'; state === 'begun'; await pause()) {
        state = ofOneMoment(this.#db, (): ReadState => {
          const segments = this.#readSegments();
          if (segments === null) return 'unknown';
          reading ??= { segments, steps: lists.read(this.#source(segments), matches) };
          return reading.segments === segments ? readFor(time, reading.steps) : 'overtaken';
        });
        if (state === 'over') return lists;
        if (state === 'unknown') return null;
      }
    }
  }

  #source(segments: readonly Segment[]): PostingSource {
    return { db: this.#db, segments, lengths: this.#lengths, recent: this.#recent };
  }

  /** Null where SQLite has laid out the index in a way unknown here. */
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

/** What is read, and the index it was begun with. */
interface Reading {
  readonly segments: readonly Segment[];
  readonly steps: Generator<void>;
}

type ReadState = 'begun' | 'over' | 'overtaken' | 'unknown';

/** Goes on reading for `ms`, or one step. */
function readFor(ms: number, steps: Generator<void>): ReadState {
  const until = performance.now() + ms;
  do if (steps.next().done === true) return 'over';
  while (performance.now() < until);
  return 'begun';
}
