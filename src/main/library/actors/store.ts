import type { Actor, ActorKind, ActorName } from '../../../shared/model/actor.ts';
import type { KnownMention } from '../../../shared/text/speakers/agents.ts';
import { seqOf } from '../articles/store.ts';
import type { Database } from '../storage/database.ts';
import { freshKey } from '../storage/fresh-key.ts';
import { counted, shown } from '../counted-mentions.ts';

export interface ActorRow {
  readonly seq: number;
  readonly id: string;
  readonly kind: ActorKind;
  readonly name: string;
  readonly description: string;
}

interface CountedRow extends ActorRow {
  readonly mentions: number;
  readonly articles: number;
  readonly open: number;
}

interface NameRow {
  readonly actor: number;
  readonly name: string;
  readonly scope: 'everywhere' | 'never' | 'article';
  readonly articleId: string | null;
}

/** One name, and whose it is. */
export interface NameOwner {
  readonly actor: number;
  readonly kind: ActorKind;
  readonly name: string;
  readonly scope: 'everywhere' | 'never' | 'article';
  readonly article: number | null;
}

const owners = `SELECT n.actor, a.kind, n.name, n.scope, n.article
  FROM actor_names n JOIN actors a ON a.seq = n.actor`;

/** Actors with their counts; `which` is a condition on `a` that picks them. */
const countedActors = (which: string) => `WITH picked AS (SELECT * FROM actors a WHERE ${which})
  SELECT a.seq, a.id, a.kind, a.name, a.description,
    coalesce(m.mentions, 0) AS mentions, coalesce(m.articles, 0) AS articles,
    coalesce(m.open, 0) AS open
  FROM picked a LEFT JOIN (
    SELECT actor, sum(${counted()}) AS mentions,
      count(DISTINCT CASE WHEN ${counted()} THEN article END) AS articles,
      sum(status = 'open' AND hidden = 0) AS open
    FROM mentions WHERE actor IN (SELECT seq FROM picked) GROUP BY actor
  ) m ON m.actor = a.seq`;

const mentionedIn = `a.seq IN (SELECT m.actor FROM mentions m JOIN articles x ON x.seq = m.article
  WHERE x.id = ? AND ${shown('m')})`;

/** SQL of the actors and their names. */
export function actorStore(db: Database) {
  const withNames = (rows: readonly CountedRow[]): Actor[] => {
    const names = new Map<number, ActorName[]>(rows.map((row) => [row.seq, []]));
    const nameRows = db
      .prepare<NameRow>(
        `SELECT n.actor, n.name, n.scope, x.id AS articleId
         FROM actor_names n LEFT JOIN articles x ON x.seq = n.article
         WHERE n.actor IN (SELECT value FROM json_each(?)) ORDER BY n.id`,
      )
      .all(JSON.stringify([...names.keys()]));
    for (const { actor, name, scope, articleId } of nameRows) {
      const where = scope === 'article' ? { articleId: articleId ?? '' } : scope;
      names.get(actor)?.push({ name, scope: where });
    }
    return rows.map(({ seq, ...row }) => ({ ...row, names: names.get(seq) ?? [] }));
  };

  return {
    list(filter: { articleId?: string | undefined; kind?: ActorKind | undefined }): Actor[] {
      const conditions: [string, string][] = [];
      if (filter.articleId !== undefined) conditions.push([mentionedIn, filter.articleId]);
      if (filter.kind !== undefined) conditions.push(['a.kind = ?', filter.kind]);
      const where = conditions.map(([sql]) => sql).join(' AND ');
      return withNames(
        db
          .prepare<CountedRow>(`${countedActors(where === '' ? 'true' : where)} ORDER BY a.name`)
          .all(...conditions.map(([, value]) => value)),
      );
    },

    get: (id: string): Actor | undefined =>
      withNames(db.prepare<CountedRow>(countedActors('a.id = ?')).all(id))[0],

    /** In the order asked for; those that are gone are left out. */
    byIds(ids: readonly string[]): Actor[] {
      const rows = db
        .prepare<CountedRow>(countedActors('a.id IN (SELECT value FROM json_each(?))'))
        .all(JSON.stringify(ids));
      const byId = new Map(withNames(rows).map((actor) => [actor.id, actor]));
      return ids.map((id) => byId.get(id)).filter((actor) => actor !== undefined);
    },

    row: (id: string): ActorRow | undefined =>
      db
        .prepare<ActorRow>('SELECT seq, id, kind, name, description FROM actors WHERE id = ?')
        .get(id),

    bySeq: (seq: number): ActorRow | undefined =>
      db
        .prepare<ActorRow>('SELECT seq, id, kind, name, description FROM actors WHERE seq = ?')
        .get(seq),

    insert: (id: string, actor: Omit<ActorRow, 'seq' | 'id'>, now: string): number =>
      db
        .prepare(
          'INSERT INTO actors (seq, id, kind, name, description, created, modified) VALUES (?, ?, ?, ?, ?, ?, ?)',
        )
        .run(freshKey(db, 'actors', 'seq'), id, actor.kind, actor.name, actor.description, now, now)
        .lastInsertRowid,

    update: (actor: ActorRow, now: string): void =>
      void db
        .prepare(
          'UPDATE actors SET kind = ?, name = ?, description = ?, modified = ? WHERE seq = ?',
        )
        .run(actor.kind, actor.name, actor.description, now, actor.seq),

    delete: (seq: number): void => void db.prepare('DELETE FROM actors WHERE seq = ?').run(seq),

    /** Replaces all names. Throws `not-found` where a scope names an article that is not there. */
    setNames(seq: number, names: readonly ActorName[]): void {
      const wanted = names.map(({ name, scope }) =>
        typeof scope === 'string'
          ? { name, scope, article: null }
          : { name, scope: 'article', article: seqOf(db, scope.articleId) },
      );
      const keyOf = (row: (typeof wanted)[number]) =>
        JSON.stringify([row.name, row.scope, row.article]);
      const had = db
        .prepare<(typeof wanted)[number] & { id: number }>(
          'SELECT id, name, scope, article FROM actor_names WHERE actor = ? ORDER BY id',
        )
        .all(seq);
      const stay = new Set(wanted.map(keyOf));
      const kept = had.filter((row) => stay.has(keyOf(row)));
      // Rows that stay are left alone, so that what was done to them long ago can be taken back;
      // their order is the order of the names, and another order is written anew.
      const inOrder = kept.every((row, i) => keyOf(row) === keyOf(wanted[i] ?? row));
      const gone = inOrder ? had.filter((row) => !stay.has(keyOf(row))) : had;
      const remove = db.prepare('DELETE FROM actor_names WHERE id = ?');
      for (const { id } of gone) remove.run(id);
      const add = db.prepare(
        'INSERT INTO actor_names (id, actor, name, scope, article) VALUES (?, ?, ?, ?, ?)',
      );
      const added = wanted.slice(inOrder ? kept.length : 0);
      const first = freshKey(db, 'actor_names', 'id', added.length);
      for (const [i, row] of added.entries()) {
        add.run(first + i, seq, row.name, row.scope, row.article);
      }
    },

    /** Hands everything that names `from` to `into`: roles, relations, decisions, notes. Not its names. */
    hand(from: number, into: number): void {
      for (const role of ['speaker', 'addressee', 'subject']) {
        db.prepare(`UPDATE statements SET ${role} = ? WHERE ${role} = ?`).run(into, from);
      }
      for (const end of ['subject', 'object']) {
        db.prepare(`UPDATE actor_relations SET ${end} = ? WHERE ${end} = ?`).run(into, from);
      }
      db.prepare('DELETE FROM actor_relations WHERE subject = ?1 AND object = ?1').run(into);
      db.prepare(
        `DELETE FROM actor_relations WHERE (subject = ?1 OR object = ?1)
           AND seq NOT IN (SELECT min(seq) FROM actor_relations
             GROUP BY kind, subject, object, title, "from", until)`,
      ).run(into);
      db.prepare('UPDATE documents SET actor = ? WHERE actor = ?').run(into, from);
      db.prepare('UPDATE OR REPLACE mention_decisions SET actor = ? WHERE actor = ?').run(
        into,
        from,
      );
    },

    /** The places of an article that name one actor without doubt. */
    mentionedIn: (article: number): KnownMention[] =>
      db
        .prepare<Omit<KnownMention, 'isPerson'> & { kind: ActorKind }>(
          `SELECT m.start, m."end", a.id AS actorId, a.name, a.kind
           FROM mentions m JOIN actors a ON a.seq = m.actor
           WHERE m.article = ? AND ${counted('m')}
           ORDER BY m.start`,
        )
        .all(article)
        .map(({ start, end, actorId, name, kind }) => ({
          start,
          end,
          actorId,
          name,
          isPerson: kind === 'person',
        })),

    /** Every name of every actor, or those spelled `name`. */
    nameRows: (name?: string): NameOwner[] =>
      name === undefined
        ? db.prepare<NameOwner>(`${owners} ORDER BY n.actor, n.id`).all()
        : db.prepare<NameOwner>(`${owners} WHERE n.name = ?`).all(name),
  };
}

export type ActorStore = ReturnType<typeof actorStore>;
