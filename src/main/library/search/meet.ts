import type { Pause } from '../slices.ts';
import type { Database } from '../storage/database.ts';
import { hasOnly, type Condition } from './condition.ts';
import { allMeeting, thoseMeeting } from './field-articles.ts';
import type { Match } from './match.ts';
import type { AskedLists } from './postings/asked-lists.ts';
import { evaluate, type Matched } from './postings/evaluate.ts';
import { difference, intersection, union } from './postings/lists.ts';

/** Where the articles that meet a condition are read. */
export interface MeetMeans {
  readonly db: Database;
  /** What the index has of everything in `matchesOf` the condition. */
  readonly lists: AskedLists;
  readonly pause: Pause;
}

/** Everything that a condition, or one in it, asks of the index of words. */
export const matchesOf = ({ match, exclude, any = [], none = [] }: Condition): readonly Match[] => [
  ...(match === undefined ? [] : [match]),
  ...(exclude === undefined ? [] : [exclude]),
  ...[...any.flat(), ...none].flatMap(matchesOf),
];

/** The articles that meet a condition, ascending, and the words it asks for with their own. */
export async function meet(means: MeetMeans, condition: Condition): Promise<Matched> {
  const { db, lists, pause } = means;
  const { match, exclude, where, only, any = [], none = [] } = condition;
  const found: Matched[] = [];
  if (match !== undefined) found.push(await evaluate(lists, match, pause));
  if (only !== undefined) found.push({ articles: only, asked: [] });
  for (const alternatives of any) {
    const parts: Matched[] = [];
    for (const alternative of alternatives) parts.push(await ofAlternative(means, alternative));
    found.push({
      articles: union(parts.map(({ articles }) => articles)),
      asked: parts.flatMap(({ asked }) => asked),
    });
  }
  await pause();
  let articles: Uint32Array;
  if (found.length === 0) articles = await allMeeting(db, where, pause);
  else {
    articles = intersection(found.map((each) => each.articles));
    if (where !== undefined) articles = await thoseMeeting(db, where, articles, pause);
  }
  const without = exclude === undefined ? none : [...none, { match: exclude }];
  for (const each of without) {
    articles = difference(articles, (await meet(means, each)).articles);
    await pause();
  }
  return { articles, asked: found.flatMap(({ asked }) => asked) };
}

/** A word of an alternative says nothing about an article that has another alternative only. */
async function ofAlternative(means: MeetMeans, condition: Condition): Promise<Matched> {
  const met = await meet(means, condition);
  if (hasOnly(condition, 'match')) return met;
  for (const each of met.asked) each.within ??= met.articles;
  return met;
}
