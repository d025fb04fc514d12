import type { Pause } from '../../slices.ts';
import type { Match, Words } from '../match.ts';
import type { Averages } from './article-lengths.ts';
import { indexFrom, intersection, skippedFrom, union } from './lists.ts';
import { weights, type AskedLists } from './asked-lists.ts';
import { phrasePostings } from './phrase.ts';
import type { Postings } from './term-postings.ts';

/** Something asked for; `within` are the only articles where it counts, if it does not in all. */
interface Asked extends Postings {
  within?: Uint32Array;
}

/** The articles that match, ascending, and all that was asked for with its own. */
export interface Matched {
  readonly articles: Uint32Array;
  readonly asked: readonly Asked[];
}

/** The articles that `match` asks for, of all of which `lists` has been read. */
export async function evaluate(lists: AskedLists, match: Match, pause: Pause): Promise<Matched> {
  const asked: Asked[] = [];
  const articles = await articlesOf(lists, match, asked, pause);
  return { articles, asked };
}

async function articlesOf(
  lists: AskedLists,
  match: Match,
  asked: Asked[],
  pause: Pause,
): Promise<Uint32Array> {
  if (match.kind === 'words') {
    const postings = await postingsOf(lists, match, pause);
    asked.push({ ...postings });
    return postings.articles;
  }
  const parts: Uint32Array[] = [];
  for (const part of match.of) {
    const ofPart: Asked[] = [];
    const articles = await articlesOf(lists, part, ofPart, pause);
    // One of the words of an alternative says nothing about an article that has another alternative.
    const isAlternative = match.kind === 'or' && part.kind === 'and';
    if (isAlternative) for (const each of ofPart) each.within ??= articles;
    asked.push(...ofPart);
    parts.push(articles);
    await pause();
  }
  return match.kind === 'and' ? intersection(parts) : union(parts);
}

function postingsOf(lists: AskedLists, asked: Words, pause: Pause): Postings | Promise<Postings> {
  const { terms, prefix, columns } = asked;
  const [only = ''] = terms;
  if (prefix) return lists.beginning(asked);
  return terms.length === 1
    ? lists.word(only).within(weights[columns])
    : phrasePostings(
        terms.map((term) => lists.word(term)),
        weights[columns],
        pause,
      );
}

const k1 = 1.2;
const b = 0.75;
/** What a word counts that most articles have. */
const leastFrequency = 1e-6;

/** So many matches are ranked by one word before others are heard: some five milliseconds. */
const slice = 1 << 16;

/**
 * BM25 as FTS5's `bm25()` counts it, of every article that matched; more is better. `lengths` are
 * the numbers of terms by `seq`.
 */
export async function scores(
  { articles, asked }: Matched,
  lengths: Uint32Array,
  all: Averages,
  pause: Pause,
): Promise<Float64Array> {
  const sums = new Float64Array(articles.length);
  for (const each of asked) {
    let at = 0;
    for (let from = 0; from < articles.length; from += slice) {
      const part = articles.subarray(from, from + slice);
      at = addScores(part, sums.subarray(from, from + slice), each, at, lengths, all);
      await pause();
    }
  }
  return sums;
}

/** Adds what something asked for counts in `articles`; looks for them from `at` on, answers where it ended. */
function addScores(
  articles: Uint32Array,
  sums: Float64Array,
  { articles: having, count, within }: Asked,
  at: number,
  lengths: Uint32Array,
  all: Averages,
): number {
  const frequency = Math.log((all.articles - having.length + 0.5) / (having.length + 0.5));
  const weight = frequency > 0 ? frequency : leastFrequency;
  const isLonger = having.length > articles.length * skippedFrom;
  for (let i = 0; i < articles.length; i++) {
    const article = articles[i] ?? 0;
    if (isLonger) at = indexFrom(having, article, at);
    else while (at < having.length && (having[at] ?? 0) < article) at++;
    if (having[at] !== article) continue;
    if (within !== undefined && !has(within, article)) continue;
    const places = count(at);
    const length = lengths[article] ?? 0;
    sums[i] =
      (sums[i] ?? 0) +
      weight * ((places * (k1 + 1)) / (places + k1 * (1 - b + (b * length) / all.length)));
  }
  return at;
}

const has = (articles: Uint32Array, article: number): boolean =>
  articles[indexFrom(articles, article, 0)] === article;

/** More than so many are sorted rather than gathered. */
const mostGathered = 400;

/** The `seq` of the best from `offset` on, the newest of equals first. */
export function best(
  articles: Uint32Array,
  scored: Float64Array,
  offset: number,
  limit: number,
): number[] {
  const better = (i: number, j: number) =>
    (scored[j] ?? 0) - (scored[i] ?? 0) || (articles[j] ?? 0) - (articles[i] ?? 0);
  const most = offset + limit;
  let order: number[];
  if (most > mostGathered) {
    order = Array.from(articles.keys()).sort(better);
  } else {
    order = [];
    for (let i = 0; i < articles.length; i++) {
      const last = order[most - 1];
      if (last !== undefined && better(i, last) > 0) continue;
      let at = Math.min(order.length, most - 1);
      for (; at > 0 && better(i, order[at - 1] ?? 0) < 0; at--) order[at] = order[at - 1] ?? 0;
      order[at] = i;
    }
  }
  return order.slice(offset, most).map((i) => articles[i] ?? 0);
}
