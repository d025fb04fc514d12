import type { SQLInputValue } from 'node:sqlite';
import { expression, matchAll, matchAny, type Match } from './match.ts';
import { intersection, union } from './postings/lists.ts';

export interface Sql {
  readonly sql: string;
  readonly params: readonly SQLInputValue[];
}

/**
 * What a query asks of an article: what the index must find it by, and what not, and
 * SQL over `articles`, all three ANDed. An absent part asks for nothing.
 */
export interface Condition {
  readonly match?: Match;
  readonly exclude?: Match;
  readonly where?: Sql;
  /** Where `where` is all there is: a SELECT of the `seq` it names, none of them in the trash. */
  readonly set?: Sql;
  /** Where it is met by these articles and no others: their `seq`. */
  readonly only?: Uint32Array;
}

export const anything: Condition = {};
export const nothing: Condition = { where: { sql: '0', params: [] } };

const joined = (parts: readonly Sql[], operator: 'AND' | 'OR'): Sql => ({
  sql: parts.map(({ sql }) => `(${sql})`).join(` ${operator} `),
  params: parts.flatMap(({ params }) => params),
});

const onlyMatches = (condition: Condition): condition is { match: Match } =>
  condition.match !== undefined && condition.exclude === undefined && condition.where === undefined;

/** The articles with these `seq`, ascending, none of them in the trash. */
export const oneOf = (articles: Uint32Array): Condition => ({
  ...inSet({ sql: 'SELECT value FROM json_each(?)', params: [`[${articles.join()}]`] }),
  only: articles,
});

/** The same conditions, of which those that are lists of articles are put together to one list. */
function withOneList(
  conditions: readonly Condition[],
  together: (lists: readonly Uint32Array[]) => Uint32Array,
): readonly Condition[] {
  const lists = conditions.flatMap(({ only }) => only ?? []);
  if (lists.length < 2) return conditions;
  return [...conditions.filter(({ only }) => only === undefined), oneOf(together(lists))];
}

const inSet = (set: Sql): Condition => ({
  where: { sql: `articles.seq IN (${set.sql})`, params: set.params },
  set,
});

const setOf = (condition: Condition): Sql | undefined =>
  onlyMatches(condition) ? { sql: matched, params: [expression(condition.match)] } : condition.set;

export function both(all: readonly Condition[]): Condition {
  const conditions = withOneList(all, intersection);
  const [only] = conditions;
  if (only !== undefined && conditions.length === 1) return only;
  const matches = conditions.flatMap(({ match }) => match ?? []);
  const excluded = conditions.flatMap(({ exclude }) => exclude ?? []);
  const wheres = conditions.flatMap(({ where }) => where ?? []);
  return {
    ...(matches.length > 0 ? { match: matchAll(matches) } : {}),
    ...(excluded.length > 0 ? { exclude: matchAny(excluded) } : {}),
    ...(wheres.length > 0 ? { where: joined(wheres, 'AND') } : {}),
  };
}

export function either(all: readonly Condition[]): Condition {
  const conditions = withOneList(all, union);
  const [single] = conditions;
  if (single !== undefined && conditions.length === 1) return single;
  if (conditions.every(onlyMatches)) {
    return { match: matchAny(conditions.map(({ match }) => match)) };
  }
  const sets = conditions.flatMap((condition) => setOf(condition) ?? []);
  if (sets.length < conditions.length) return { where: joined(conditions.map(asSql), 'OR') };
  return inSet({
    sql: sets.map(({ sql }) => sql).join(' UNION '),
    params: sets.flatMap(({ params }) => params),
  });
}

export function not(condition: Condition): Condition {
  if (onlyMatches(condition)) return { exclude: condition.match };
  const { sql, params } = asSql(condition);
  return { where: { sql: `NOT (${sql})`, params } };
}

/** The FTS5 expression of a condition with a `match`. */
export const expressionOf = ({ match, exclude }: { match: Match; exclude?: Match }): string =>
  exclude === undefined ? expression(match) : `(${expression(match)}) NOT (${expression(exclude)})`;

const matched = 'SELECT rowid FROM article_fts WHERE article_fts MATCH ?';
const matching = `articles.seq IN (${matched})`;

/** The whole condition as SQL over `articles`. */
export function asSql({ match, exclude, where }: Condition): Sql {
  const parts: Sql[] = [];
  if (match !== undefined) {
    const asked = expressionOf(exclude === undefined ? { match } : { match, exclude });
    parts.push({ sql: matching, params: [asked] });
  } else if (exclude !== undefined) {
    parts.push({ sql: `NOT ${matching}`, params: [expression(exclude)] });
  }
  if (where !== undefined) parts.push(where);
  return parts.length === 0 ? { sql: '1', params: [] } : joined(parts, 'AND');
}
