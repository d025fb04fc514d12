import { counted } from '../counted-mentions.ts';
import type { Facets } from '../../../shared/model/search.ts';
import { withoutFacet, type Facet } from '../../../shared/query/facets.ts';
import type { QueryNode } from '../../../shared/query/tree.ts';
import type { Database } from '../storage/database.ts';
import type { Pause } from '../slices.ts';
import type { Condition } from './condition.ts';

const mostValues = 20;
/** In so many articles is counted at a time: some ten milliseconds. */
const slice = 4000;

const found = 'json_each(?) AS found';
/** Each with the number of articles, of those in a JSON list, that have it. */
const selects = {
  actor: `SELECT actors.name AS value, count(DISTINCT found.value) AS count FROM ${found}
    CROSS JOIN mentions ON mentions.article = found.value AND ${counted()}
    JOIN actors ON actors.seq = mentions.actor`,
  speaker: `SELECT actors.name AS value, count(DISTINCT found.value) AS count FROM ${found}
    CROSS JOIN statements ON statements.article = found.value
    JOIN actors ON actors.seq = statements.speaker`,
  tag: `SELECT tag AS value, count(DISTINCT found.value) AS count FROM ${found}
    CROSS JOIN annotations ON annotations.article = found.value
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

/** All articles that meet a condition. */
export type FindAll = (condition: Condition, pause: Pause) => Promise<Uint32Array>;

/**
 * Counts the articles that meet a condition by outlet, time of publication, actor, speaker and
 * tag: some articles at a time, so that a search need not wait for all of it. Each facet has its own
 * condition: what is asked of it does not narrow its own counts.
 */
export async function countFacets(
  db: Database,
  findAll: FindAll,
  conditions: FacetConditions,
  pause: Pause,
): Promise<Facets> {
  const tallies: Readonly<Record<keyof Facets, Tally>> = {
    outlet: new Map(),
    year: new Map(),
    month: new Map(),
    actor: new Map(),
    speaker: new Map(),
    tag: new Map(),
  };
  for (const condition of new Set(Object.values(conditions))) {
    const isIn = (facet: Facet) => conditions[facet] === condition;
    const articles = await findAll(condition, pause);
    for (let from = 0; from < articles.length; from += slice) {
      const list = `[${articles.subarray(from, from + slice).join()}]`;
      await pause();
      if (isIn('outlet') || isIn('year')) {
        for (const { outlet, issued, count } of published(db, list)) {
          if (isIn('outlet')) add(tallies.outlet, outlet, count);
          if (!isIn('year') || issued === null) continue;
          add(tallies.year, issued.slice(0, 4), count);
          if (issued.length === 7) add(tallies.month, issued, count);
        }
      }
      for (const facet of ['actor', 'speaker', 'tag'] as const) {
        await pause();
        if (!isIn(facet)) continue;
        for (const { value, count } of counts(db, facet, list)) add(tallies[facet], value, count);
      }
    }
  }
  return {
    outlet: mostFirst(tallies.outlet),
    year: mostFirst(tallies.year),
    month: listed(tallies.month).sort((a, b) => (a.value < b.value ? -1 : 1)),
    actor: mostFirst(tallies.actor),
    speaker: mostFirst(tallies.speaker),
    tag: mostFirst(tallies.tag),
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

type Tally = Map<string, number>;

function add(tally: Tally, value: string | null, count: number): void {
  if (value !== null) tally.set(value, (tally.get(value) ?? 0) + count);
}

const listed = (tally: Tally): Counts => [...tally].map(([value, count]) => ({ value, count }));

const mostFirst = (tally: Tally): Counts =>
  listed(tally)
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, mostValues);

const counts = (db: Database, facet: keyof typeof selects, list: string): Counts =>
  db.prepare<Counts[number]>(`${selects[facet]} GROUP BY 1`).all(list);

interface Published {
  readonly outlet: string | null;
  /** Year, or year and month; null where the year is not known. */
  readonly issued: string | null;
  readonly count: number;
}

const published = (db: Database, list: string): readonly Published[] =>
  db
    .prepare<Published>(
      `SELECT container_title AS outlet, iif(issued < 'X', substr(issued, 1, 7), NULL) AS issued,
         count(*) AS count
       FROM ${found} CROSS JOIN articles ON articles.seq = found.value GROUP BY 1, 2`,
    )
    .all(list);
