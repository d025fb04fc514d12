import { AttacheError, notFound } from '../../../shared/contract/errors.ts';
import type { Handlers } from '../../../shared/contract/methods.ts';
import type { SavedSearch } from '../../../shared/model/saved-search.ts';
import type { LibraryContext } from '../context.ts';
import { dataVersion } from './engine.ts';
import { countResults } from './result-count.ts';

type Row = Omit<SavedSearch, 'count'>;

const columns = 'id, name, q, sort, created, modified';
const effect = { topics: ['searches'] } as const;

/** Saved searches, each with the number of its results, counted again when something changed. */
export function savedSearchHandlers(
  context: LibraryContext,
): Handlers<'searches.list' | 'searches.create' | 'searches.update' | 'searches.delete'> {
  const { db, commands, newId, now } = context;
  const counted = countCache(context);
  const withCount = async (row: Row): Promise<SavedSearch> => ({
    ...row,
    count: await counted(row.q),
  });

  const rowOf = (id: string): Row => {
    const row = db.prepare<Row>(`SELECT ${columns} FROM saved_searches WHERE id = ?`).get(id);
    if (row === undefined) throw notFound('saved search', id);
    return row;
  };
  const refuseSecond = (q: string, id: string) => {
    const other = db
      .prepare<{ name: string }>('SELECT name FROM saved_searches WHERE q = ? AND id <> ?')
      .get(q, id);
    if (other === undefined) return;
    throw new AttacheError(
      'conflict',
      `This search is saved already as “${other.name}”. Rename that one instead.`,
      { field: 'q' },
    );
  };

  return {
    async 'searches.list'() {
      const rows = db
        .prepare<Row>(`SELECT ${columns} FROM saved_searches ORDER BY name COLLATE NOCASE, seq`)
        .all();
      const items: SavedSearch[] = [];
      for (const row of rows) items.push(await withCount(row));
      return { items };
    },
    'searches.create': (input) => {
      const q = input.q.trim();
      const id = newId();
      refuseSecond(q, id);
      const name = input.name ?? q.slice(0, 200);
      const at = now().toISOString();
      commands.run(`Save search “${name}”`, effect, () =>
        db
          .prepare(
            `INSERT INTO saved_searches (id, name, q, sort, created, modified)
             VALUES (?, ?, ?, ?, ?, ?)`,
          )
          .run(id, name, q, input.sort ?? 'relevance', at, at),
      );
      return withCount(rowOf(id));
    },
    'searches.update': ({ id, ...changes }) => {
      const row = rowOf(id);
      const q = changes.q?.trim() ?? row.q;
      refuseSecond(q, id);
      const name = changes.name ?? row.name;
      commands.run(`Change saved search “${name}”`, effect, () =>
        db
          .prepare('UPDATE saved_searches SET name = ?, q = ?, sort = ?, modified = ? WHERE id = ?')
          .run(name, q, changes.sort ?? row.sort, now().toISOString(), id),
      );
      return withCount(rowOf(id));
    },
    'searches.delete': ({ id }) => {
      const row = rowOf(id);
      commands.run(`Delete saved search “${row.name}”`, effect, () =>
        db.prepare('DELETE FROM saved_searches WHERE id = ?').run(id),
      );
      return { id };
    },
  };
}

/** `countResults` of a query, remembered as long as the library stays as it is. */
function countCache(context: LibraryContext): (q: string) => Promise<number> {
  let known = new Map<string, number>();
  let version = -1;
  return async (q) => {
    const current = dataVersion(context);
    if (current !== version) known = new Map();
    version = current;
    // What is changed while it is counted has made another map.
    const counts = known;
    const count = counts.get(q) ?? (await countResults(context, q));
    counts.set(q, count);
    return count;
  };
}
