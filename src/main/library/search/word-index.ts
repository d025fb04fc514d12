import type { Pause } from '../slices.ts';
import { ofOneMoment, type Database } from '../storage/database.ts';
import type { SearchSort } from '../../../shared/model/search.ts';
import type { ArticlePage, PageRequest } from './article-search.ts';
import { hasOnly, type Condition } from './condition.ts';
import { IssueDays } from './issue-days.ts';
import type { Match } from './match.ts';
import { matchesOf, meet } from './meet.ts';
import { ArticleLengths } from './postings/article-lengths.ts';
import { best, scores, type Matched } from './postings/evaluate.ts';
import { AskedLists } from './postings/asked-lists.ts';
import type { PostingSource } from './postings/postings.ts';
import { RecentWords } from './postings/recent-words.ts';
import { readStructure, segmentsIn, type Segment } from './postings/segments.ts';
import { byAge } from './scores.ts';

/** The words of a query are read for so many ms before others are heard. */
const atOnce = 10;
/** So often is read what is asked for, where the index keeps being written. */
const mostAttempts = 3;

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
   * Null where SQLite has to be asked: only fields are asked for, or what cannot be read here.
   */
  async find(condition: Condition, page: PageRequest, pause: Pause): Promise<ArticlePage | null> {
    const { sort, offset, limit } = page;
    const found = await this.#matching(condition, pause);
    if (found === null) return null;
    const { articles } = found;
    await pause();
    const ordered = await this.#scored(found, sort, pause);
    return { total: articles.length, articles: best(articles, ordered, offset, limit) };
  }

  /** Whether an article has a term asked for lately; false also where that is not known. */
  hasLately(term: string): boolean {
    return this.#recent.has(term);
  }

  /** All articles that meet `condition`, ascending; null where `find` answers null. */
  async findAll(condition: Condition, pause: Pause): Promise<Uint32Array | null> {
    return (await this.#matching(condition, pause))?.articles ?? null;
  }

  /** What the articles are ordered by, the greatest first. */
  async #scored(found: Matched, sort: SearchSort, pause: Pause): Promise<Float64Array> {
    const { articles } = found;
    if (sort === 'date' || found.asked.length === 0) {
      const place = await this.#days.places(pause);
      return Float64Array.from(articles, place);
    }
    const scored = await scores(found, this.#lengths.terms, this.#lengths.averages, pause);
    if (sort === 'relevance') return scored;
    const age = await this.#days.ages(pause);
    return scored.map((score, i) => score * byAge(age(articles[i] ?? 0)));
  }

  async #matching(condition: Condition, pause: Pause): Promise<Matched | null> {
    if (isOfFields(condition)) return null;
    const lists = await this.#read(matchesOf(condition), pause);
    return lists === null ? null : meet({ db: this.#db, lists, pause }, condition);
  }

  /**
   * Reads what is asked for, with pauses. What is written meanwhile, also by another program, makes
   * another index: everything is then read again, in the end without a pause. Null where SQLite has
   * laid out the index in a way unknown here.
   */
  async #read(matches: readonly Match[], pause: Pause): Promise<AskedLists | null> {
    for (let attempt = 1; ; attempt++) {
      const time = attempt === mostAttempts ? Infinity : atOnce;
      const lists = new AskedLists();
      let reading: Reading | null = null;
      for (let state: ReadState = 'begun'; state === 'begun'; await pause()) {
        state = ofOneMoment(this.#db, (): ReadState => {
          if (!this.#lengths.readSome()) return 'begun';
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
}

/** Fields alone are looked up in SQLite's own indexes. */
const isOfFields = (condition: Condition): boolean =>
  Object.keys(condition).length === 0 || hasOnly(condition, 'where');

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
