import type { SQLInputValue } from 'node:sqlite';
import { expression, matchAll, matchAny, type Match } from './match.ts';
import { intersection, union } from './postings/lists.ts';

export interface Sql {
  readonly sql: string;
  readonly params: readonly SQLInputValue[];
}

/** What a query asks of an article, all of it together. An absent part asks for nothing. */
export interface Condition {
  /** What the index of words must find it by. */
  readonly match?: Match;
  /** And what not. */
  readonly exclude?: Match;
  /** SQL over `articles`. */
  readonly where?: Sql;
  /** It must be one of these: their `seq`, ascending, none of them in the trash. */
  readonly only?: Uint32Array;
  /** Of each of these lists it must meet a condition. */
  readonly any?: readonly (readonly Condition[])[];
  /** It must meet none of these. */
  readonly none?: readonly Condition[];
}

export const anything: Condition = {};
export const nothing: Condition = { where: { sql: '0', params: [] } };

const joined = (parts: readonly Sql[], operator: 'AND' | 'OR'): Sql => ({
  sql: parts.map(({ sql }) => `(${sql})`).join(` ${operator} `),
  params: parts.flatMap(({ params }) => params),
});

/** Whether a condition has this part and no other. */
export const hasOnly = <P extends keyof Condition>(
  condition: Condition,
  part: P,
): condition is Required<Pick<Condition, P>> =>
  condition[part] !== undefined && Object.keys(condition).length === 1;

/** The articles with these `seq`, ascending, none of them in the trash. */
export const oneOf = (only: Uint32Array): Condition => ({ only });

const several = <T>(list: readonly T[], together: (list: readonly T[]) => T): T | undefined =>
  list.length > 1 ? together(list) : list[0];

/** The condition of the parts that are there. */
function of(parts: { readonly [P in keyof Condition]?: Condition[P] | undefined }): Condition {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
}

const areMatches = (conditions: readonly Condition[]): conditions is { readonly match: Match }[] =>
  conditions.length > 0 && conditions.every((condition) => hasOnly(condition, 'match'));

export function both(conditions: readonly Condition[]): Condition {
  // Most queries are of words alone.
  if (areMatches(conditions)) return { match: matchAll(conditions.map(({ match }) => match)) };
  const all = <P extends keyof Condition>(part: P) =>
    conditions.flatMap((condition) => {
      const value = condition[part];
      return value === undefined ? [] : [value];
    });
  return of({
    match: several(all('match'), matchAll),
    exclude: several(all('exclude'), matchAny),
    where: several(all('where'), (wheres) => joined(wheres, 'AND')),
    only: several(all('only'), intersection),
    any: several(all('any'), (groups) => groups.flat()),
    none: several(all('none'), (conditionsOfAll) => conditionsOfAll.flat()),
  });
}

export function either(conditions: readonly Condition[]): Condition {
  const alone = <P extends keyof Condition>(part: P) =>
    conditions.flatMap((condition) => (hasOnly(condition, part) ? [condition[part]] : []));
  const alternatives = [
    of({ match: several(alone('match'), matchAny) }),
    of({ where: several(alone('where'), (wheres) => joined(wheres, 'OR')) }),
    of({ only: several(alone('only'), union) }),
  ].filter((condition) => Object.keys(condition).length > 0);
  const isAlone = (condition: Condition) =>
    (['match', 'where', 'only'] as const).some((part) => hasOnly(condition, part));
  const group = [...alternatives, ...conditions.filter((condition) => !isAlone(condition))];
  const [single] = group;
  return single !== undefined && group.length === 1 ? single : { any: [group] };
}

export function not(condition: Condition): Condition {
  if (hasOnly(condition, 'match')) return { exclude: condition.match };
  if (hasOnly(condition, 'where')) return { where: negated(condition.where) };
  return { none: [condition] };
}

/** An article that has no date was not published after one either. */
const negated = ({ sql, params }: Sql): Sql => ({ sql: `(${sql}) IS NOT TRUE`, params });

/** The FTS5 expression of a condition with a `match`. */
export const expressionOf = ({
  match,
  exclude,
}: {
  readonly match: Match;
  readonly exclude?: Match;
}): string =>
  exclude === undefined ? expression(match) : `(${expression(match)}) NOT (${expression(exclude)})`;

const matched = 'SELECT rowid FROM article_fts WHERE article_fts MATCH ?';
const listed = 'SELECT value FROM json_each(?)';
const inSet = ({ sql, params }: Sql): Sql => ({ sql: `articles.seq IN (${sql})`, params });

/** The set of `seq` a condition names; undefined where SQLite knows it only by looking at each article. */
function setOf(condition: Condition): Sql | undefined {
  if (hasOnly(condition, 'match')) {
    return { sql: matched, params: [expression(condition.match)] };
  }
  if (hasOnly(condition, 'only')) return { sql: listed, params: [`[${condition.only.join()}]`] };
  return undefined;
}

/** One of several conditions; sets are put together, which is quicker than asking each. */
function anyAsSql(conditions: readonly Condition[]): Sql {
  const sets = conditions.flatMap((condition) => setOf(condition) ?? []);
  const others = conditions.filter((condition) => setOf(condition) === undefined).map(asSql);
  if (sets.length === 0) return joined(others, 'OR');
  const together = inSet({
    sql: sets.map(({ sql }) => sql).join(' UNION '),
    params: sets.flatMap(({ params }) => params),
  });
  return joined([together, ...others], 'OR');
}

/** All but `match` and `exclude` as SQL over `articles`; undefined where that is nothing. */
export function restAsSql({ where, only, any = [], none = [] }: Condition): Sql | undefined {
  const parts = [
    ...(where === undefined ? [] : [where]),
    ...(only === undefined ? [] : [inSet({ sql: listed, params: [`[${only.join()}]`] })]),
    ...any.map(anyAsSql),
    ...none.map((condition) => negated(asSql(condition))),
  ];
  return several(parts, (all) => joined(all, 'AND'));
}

/** The whole condition as SQL over `articles`. */
export function asSql(condition: Condition): Sql {
  const { match, exclude } = condition;
  const parts: Sql[] = [];
  if (match !== undefined) {
    const asked = expressionOf(exclude === undefined ? { match } : { match, exclude });
    parts.push(inSet({ sql: matched, params: [asked] }));
  } else if (exclude !== undefined) {
    const { sql, params } = inSet({ sql: matched, params: [expression(exclude)] });
    parts.push({ sql: `NOT ${sql}`, params });
  }
  const rest = restAsSql(condition);
  if (rest !== undefined) parts.push(rest);
  return parts.length === 0 ? { sql: '1', params: [] } : joined(parts, 'AND');
}
