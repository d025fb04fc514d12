import { counted } from '../actors/counted.ts';
import type { Facets } from '../../../shared/model/search.ts';
import { withoutFacet, type Facet } from '../../../shared/query/facets.ts';
import type { QueryNode } from '../../../shared/query/tree.ts';
import type { Database } from '../storage/database.ts';
import type { Pause } from '../slices.ts';
import { asSql, type Condition } from './condition.ts';

const mostValues = 20;
const table = 'temp.found_articles';

const selects = {
  actor: `SELECT actors.name AS value, count(DISTINCT found.seq) AS count FROM ${table} AS found
    JOIN mentions ON mentions.article = found.seq AND ${counted()}
    JOIN actors ON actors.seq = mentions.actor`,
  speaker: `SELECT actors.name AS value, count(DISTINCT found.seq) AS count FROM ${table} AS found
    JOIN statements ON statements.article = found.seq
    JOIN actors ON actors.seq = statements.speaker`,
  tag: `SELECT tag AS value, count(DISTINCT found.seq) AS count FROM ${table} AS found
    JOIN annotations ON annotations.article = found.seq
    JOIN annotation_tags ON annotation_tags.annotation = annotations.seq`,
} as const;

type Counts = Facets['outlet'];

export const noFacets: Facets = {
  outlet: [],
  year: [],
  month: [],
  actor: [],
  speaker: [],
  tag: [],
};

/** In which articles each facet is counted. */
export type FacetConditions = Readonly<Record<Facet, Condition>>;

/**
 * Counts the articles that meet a condition by outlet, time of publication, actor, speaker and
 * tag: a step at a time, so that a search need not wait for all of it, and one count after the
 * other. Each facet has its own condition: what is asked of it does not narrow its own counts.
 */
export function facetCounter(
  db: Database,
): (conditions: FacetConditions, pause: Pause) => Promise<Facets> {
  let last: Promise<unknown> = Promise.resolve();
  const inSteps = async (conditions: FacetConditions, pause: Pause) => {
    const counted: Facets = { ...noFacets };
    for (const condition of new Set(Object.values(conditions))) {
      const isIn = (facet: Facet) => conditions[facet] === condition;
      await pause();
      collect(db, condition);
      await pause();
      const dates = isIn('outlet') || isIn('year') ? published(db) : null;
      if (dates !== null && isIn('outlet')) counted.outlet = dates.outlet;
      if (dates !== null && isIn('year'))
        Object.assign(counted, { ...dates, outlet: counted.outlet });
      for (const facet of ['actor', 'speaker', 'tag'] as const) {
        await pause();
        if (isIn(facet)) counted[facet] = count(db, facet);
      }
    }
    return counted;
  };
  return (conditions, pause) => {
    const counted = last.then(() => inSteps(conditions, pause));
    last = counted.catch(() => undefined);
    return counted;
  };
}

/** The conditions to count a query's facets in; `conditionOf` a part of it. */
export function facetConditions(
  tree: QueryNode | null,
  conditionOf: (tree: QueryNode | null) => Condition,
): FacetConditions {
  const whole = conditionOf(tree);
  const of = (facet: Facet) => {
    const rest = withoutFacet(tree, facet);
    return rest === tree ? whole : conditionOf(rest);
  };
  return {
    outlet: of('outlet'),
    year: of('year'),
    actor: of('actor'),
    speaker: of('speaker'),
    tag: of('tag'),
  };
}

function collect(db: Database, condition: Condition): void {
  const { sql, params } = asSql(condition);
  db.exec(`CREATE TABLE IF NOT EXISTS ${table} (seq INTEGER PRIMARY KEY); DELETE FROM ${table};`);
  db.prepare(
    `INSERT INTO ${table} SELECT seq FROM articles WHERE trashed IS NULL AND (${sql})`,
  ).run(...params);
}

const count = (db: Database, facet: keyof typeof selects): Counts =>
  db
    .prepare<Counts[number]>(
      `${selects[facet]} GROUP BY value ORDER BY count DESC, value LIMIT ${mostValues}`,
    )
    .all()
    .map(({ value, count }) => ({ value, count }));

function published(db: Database): Pick<Facets, 'outlet' | 'year' | 'month'> {
  const rows = db
    .prepare<{ outlet: string | null; issued: string | null; count: number }>(
      `SELECT container_title AS outlet, iif(issued < 'X', substr(issued, 1, 7), NULL) AS issued,
         count(*) AS count
       FROM ${table} AS found JOIN articles ON articles.seq = found.seq GROUP BY 1, 2`,
    )
    .all();
  const outlet = new Map<string, number>();
  const year = new Map<string, number>();
  const month = new Map<string, number>();
  const add = (counts: Map<string, number>, value: string, count: number) =>
    counts.set(value, (counts.get(value) ?? 0) + count);
  for (const row of rows) {
    if (row.outlet !== null) add(outlet, row.outlet, row.count);
    if (row.issued === null) continue;
    add(year, row.issued.slice(0, 4), row.count);
    if (row.issued.length === 7) add(month, row.issued, row.count);
  }
  const list = (counts: Map<string, number>): Counts =>
    [...counts].map(([value, count]) => ({ value, count }));
  const mostFirst = (counts: Map<string, number>) =>
    list(counts)
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, mostValues);
  return {
    outlet: mostFirst(outlet),
    year: mostFirst(year),
    month: list(month).sort((a, b) => (a.value < b.value ? -1 : 1)),
  };
}
