import type { Pause } from '../slices.ts';
import type { Database } from '../storage/database.ts';
import type { Sql } from './condition.ts';
import { intersection } from './postings/lists.ts';

/** A smaller share of all articles is rather looked up one by one than met in a walk through all. */
const fewShare = 1 / 8;
/** So many articles are walked through, or looked up, before others are heard. */
const slice = 1 << 14;

/** Those of ascending `articles` that meet a condition on their fields. */
export async function thoseMeeting(
  db: Database,
  where: Sql,
  articles: Uint32Array,
  pause: Pause,
): Promise<Uint32Array> {
  const { n: all } = db.prepare<{ n: number }>('SELECT count(*) AS n FROM articles').get() ?? {
    n: 0,
  };
  if (articles.length >= all * fewShare) {
    return intersection([articles, await walked(db, where, pause)]);
  }
  const found: Uint32Array[] = [];
  for (let from = 0; from < articles.length; from += slice) {
    const some = articles.subarray(from, from + slice);
    const listed = 'json_each(?) AS listed CROSS JOIN articles ON articles.seq = listed.value';
    found.push(read(db, listed, where, [`[${some.join()}]`]));
    await pause();
  }
  return together(found);
}

/** All articles that meet a condition on their fields, or all, ascending; none in the trash. */
export const allMeeting = (
  db: Database,
  where: Sql | undefined,
  pause: Pause,
): Promise<Uint32Array> =>
  walked(
    db,
    {
      // The plus sign keeps SQLite from walking through an index that has `trashed`.
      sql: `+trashed IS NULL AND (${where?.sql ?? '1'})`,
      params: where?.params ?? [],
    },
    pause,
  );

async function walked(db: Database, { sql, params }: Sql, pause: Pause): Promise<Uint32Array> {
  const { newest } = db
    .prepare<{ newest: number }>('SELECT coalesce(max(seq), 0) AS newest FROM articles')
    .get() ?? { newest: 0 };
  const found: Uint32Array[] = [];
  for (let after = 0; after < newest; after += slice) {
    const where = { sql: `articles.seq > ? AND articles.seq <= ? AND (${sql})` };
    found.push(read(db, 'articles', { ...where, params: [after, after + slice, ...params] }, []));
    await pause();
  }
  return together(found);
}

function read(
  db: Database,
  from: string,
  { sql, params }: Sql,
  fromParams: readonly string[],
): Uint32Array {
  const { seqs } = db
    .prepare<{ seqs: string }>(
      `SELECT json_group_array(articles.seq) AS seqs FROM ${from} WHERE (${sql})`,
    )
    .get(...fromParams, ...params) ?? { seqs: '[]' };
  return Uint32Array.from(JSON.parse(seqs) as number[]).sort();
}

function together(lists: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}
