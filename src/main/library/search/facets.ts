import type { Facets } from '../../../shared/model/search.ts';
import type { Database } from '../storage/database.ts';
import { asSql, type Condition } from './condition.ts';

const mostValues = 20;

const selects: Readonly<Record<keyof Facets, string>> = {
  outlet: `SELECT container_title AS value, count(*) AS count FROM found
    JOIN articles ON articles.seq = found.seq WHERE container_title IS NOT NULL`,
  year: `SELECT substr(issued, 1, 4) AS value, count(*) AS count FROM found
    JOIN articles ON articles.seq = found.seq WHERE issued IS NOT NULL AND issued NOT LIKE 'X%'`,
  actor: `SELECT actors.name AS value, count(DISTINCT found.seq) AS count FROM found
    JOIN mentions ON mentions.article = found.seq
      AND mentions.status IN ('proposed', 'confirmed', 'inferred')
    JOIN actors ON actors.seq = mentions.actor`,
  tag: `SELECT tag AS value, count(DISTINCT found.seq) AS count FROM found
    JOIN annotations ON annotations.article = found.seq
    JOIN annotation_tags ON annotation_tags.annotation = annotations.seq`,
};

/** Counts the articles that meet `condition` by outlet, year, actor and tag. */
export function countFacets(db: Database, condition: Condition): Facets {
  const { sql, params } = asSql(condition);
  const found = db
    .prepare<{ seq: number }>(`SELECT seq FROM articles WHERE trashed IS NULL AND (${sql})`)
    .all(...params)
    .map(({ seq }) => seq);
  const count = (facet: keyof Facets) =>
    db
      .prepare<{ value: string; count: number }>(
        `WITH found AS (SELECT value AS seq FROM json_each(?)) ${selects[facet]}
         GROUP BY value ORDER BY count DESC, value LIMIT ${mostValues}`,
      )
      .all(JSON.stringify(found))
      .map(({ value, count }) => ({ value, count }));
  return {
    outlet: count('outlet'),
    year: count('year'),
    actor: count('actor'),
    tag: count('tag'),
  };
}
