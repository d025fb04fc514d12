import type { Handlers, Output, Parsed } from '../../../../shared/contract/methods.ts';
import { summariesOf } from '../../articles/summaries.ts';
import type { LibraryContext } from '../../context.ts';
import type { Database } from '../../storage/database.ts';
import { statementStore } from '../statements/statement-store.ts';
import { actorStore } from '../store.ts';
import { gridStore, type GridColumn } from './grid-store.ts';

type Cell = Output<'statements.grid'>['cells'][number];

/** Reports of one origin follow the first of them. */
function byOrigin(columns: readonly GridColumn[]): GridColumn[] {
  return [...Map.groupBy(columns, ({ id, origin }) => origin ?? ` ${id}`).values()].flat();
}

/** Who said what, as pages of a table of actors and articles. */
export function gridPages(db: Database) {
  const store = gridStore(db);
  const statements = statementStore(db);
  const actors = actorStore(db);
  return ({
    actorOffset,
    actorLimit,
    articleOffset,
    articleLimit,
    ...filter
  }: Parsed<'statements.grid'>): Output<'statements.grid'> => {
    const columns = byOrigin(store.columns(filter));
    const rows = store.rows(filter, columns);
    const shownColumns = columns.slice(articleOffset, articleOffset + articleLimit);
    const shownRows = rows.slice(actorOffset, actorOffset + actorLimit);
    const cells = new Map<string, Cell>();
    const cellAt = (actorId: string, articleId: string): Cell => {
      const key = `${actorId} ${articleId}`;
      const cell = cells.get(key) ?? { actorId, articleId, named: 0, statements: [] };
      cells.set(key, cell);
      return cell;
    };
    for (const { actorId, articleId, n } of store.named(shownRows, shownColumns)) {
      cellAt(actorId, articleId).named = n;
    }
    const counted = store.statementIds(filter, shownColumns);
    const rowIds = new Set(shownRows);
    for (const statement of statements.byIds([...counted])) {
      const { speaker, articleId } = statement;
      if (speaker !== null && rowIds.has(speaker)) {
        cellAt(speaker, articleId).statements.push(statement);
      }
    }
    return {
      actors: actors.byIds(shownRows),
      actorTotal: rows.length,
      articles: summariesOf(
        db,
        shownColumns.map(({ id }) => id),
      ),
      articleTotal: columns.length,
      cells: [...cells.values()],
    };
  };
}

export const gridHandlers = ({ db }: LibraryContext): Handlers<'statements.grid'> => ({
  'statements.grid': gridPages(db),
});
