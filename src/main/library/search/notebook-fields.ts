import { counted } from '../counted-mentions.ts';
import type { SQLInputValue } from 'node:sqlite';
import type { Term } from '../../../shared/query/tree.ts';
import type { Database } from '../storage/database.ts';
import { articleCondition, type TermSources } from './article-condition.ts';
import { asSql } from './condition.ts';
import type { NotebookTable } from './notebook-entries.ts';

const inList = 'IN (SELECT value FROM json_each(?))';

/**
 * `seq` of the rows whose `term.field` has that value. A passage has the outlet, author, title
 * and date of its article; a note or briefing the date it was last changed and the actor it is
 * about; an actor its names. Every other field is of none of them.
 */
export function notebookRows(
  db: Database,
  table: NotebookTable,
  term: Term,
  sources: TermSources,
): number[] {
  const rows = (sql: string, params: readonly SQLInputValue[]) =>
    db
      .prepare<{ seq: number }>(sql)
      .all(...params)
      .map(({ seq }) => seq);
  const actors = () => JSON.stringify(sources.values.actors(term));
  switch (table) {
    case 'annotation':
      return annotationRows(rows, term, sources, actors);
    case 'document':
      if (term.field === 'actor') {
        return rows(`SELECT seq FROM documents WHERE actor ${inList}`, [actors()]);
      }
      if (term.field === 'after')
        return rows('SELECT seq FROM documents WHERE modified >= ?', [term.text]);
      if (term.field === 'before')
        return rows('SELECT seq FROM documents WHERE modified < ?', [term.text]);
      return [];
    case 'actor':
      return term.field === 'actor' ? sources.values.actors(term) : [];
  }
}

function annotationRows(
  rows: (sql: string, params: readonly SQLInputValue[]) => number[],
  term: Term,
  sources: TermSources,
  actors: () => string,
): number[] {
  const overlapping = (layer: string) =>
    `SELECT DISTINCT annotations.seq FROM annotations JOIN ${layer} AS layer
     ON layer.article = annotations.article
       AND layer.start < annotations."end" AND layer."end" > annotations.start`;
  switch (term.field) {
    case 'tag':
      return rows(`SELECT DISTINCT annotation AS seq FROM annotation_tags WHERE tag ${inList}`, [
        JSON.stringify(sources.values.tags(term)),
      ]);
    case 'actor':
      return rows(
        `${overlapping('mentions')}
         WHERE layer.actor ${inList} AND ${counted('layer')}`,
        [actors()],
      );
    case 'said':
      return rows(`${overlapping('statements')} WHERE layer.speaker ${inList}`, [actors()]);
    case null:
    case 'in':
    case 'title':
    case 'outlet':
    case 'author':
    case 'after':
    case 'before': {
      const { sql, params } = asSql(articleCondition(term, sources));
      return rows(
        `SELECT annotations.seq FROM annotations
         JOIN articles ON articles.seq = annotations.article WHERE ${sql}`,
        params,
      );
    }
  }
}
