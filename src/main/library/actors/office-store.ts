import type { ActorKind } from '../../../shared/model/actor.ts';
import type { NamedActor } from '../../../shared/text/names/mentions.ts';
import type { HeldOffice } from '../../../shared/text/names/offices.ts';
import { stateNamed } from '../../../shared/text/names/states.ts';
import type { Database } from '../storage/database.ts';

interface OfficeRow extends Omit<HeldOffice, 'state'> {
  readonly actor: number;
  readonly kind: ActorKind;
  readonly ofName: string | null;
}

const select = `SELECT r.subject AS actor, s.kind, r.title, r.object AS "of", o.name AS ofName,
    r."from", r.until
  FROM actor_relations r JOIN actors s ON s.seq = r.subject LEFT JOIN actors o ON o.seq = r.object
  WHERE r.kind = 'office' AND r.title <> ''`;

/**
 * The offices of a library for the finder of mentions, and what changed of them: temporary triggers
 * note the titles, so that an undo is followed too.
 */
export function officeStore(db: Database) {
  const namesOf = (actor: number): string[] =>
    db
      .prepare<{ name: string }>('SELECT name FROM actor_names WHERE actor = ?')
      .all(actor)
      .map(({ name }) => name);

  /** The code of the state an actor is, by any of its names. */
  const codeOf = (actor: number | null): string | null =>
    (actor === null ? [] : namesOf(actor))
      .map((name) => stateNamed(name)?.code)
      .find((code) => code !== undefined) ?? null;

  return {
    /** Everybody who held an office, with no names. */
    holders(): NamedActor[] {
      const rows = db.prepare<OfficeRow>(`${select} ORDER BY r.seq`).all();
      return rows.map(({ actor, kind, title, of, from, until }) => ({
        key: actor,
        kind,
        names: [],
        offices: [{ title, of, state: codeOf(of), from, until }],
      }));
    },

    /** The offices one actor held, with the name of what each belongs to. */
    of: (actor: number): (HeldOffice & { readonly ofName: string | null })[] =>
      db
        .prepare<OfficeRow>(`${select} AND r.subject = ? ORDER BY r."from"`)
        .all(actor)
        .map((row) => Object.assign(row, { state: codeOf(row.of) })),

    follow: (): void =>
      db.exec(`
        CREATE TEMP TABLE office_dirty (title TEXT PRIMARY KEY);
        CREATE TEMP TRIGGER office_i AFTER INSERT ON main.actor_relations BEGIN
          INSERT OR IGNORE INTO office_dirty SELECT new.title WHERE new.kind = 'office';
        END;
        CREATE TEMP TRIGGER office_u AFTER UPDATE ON main.actor_relations BEGIN
          INSERT OR IGNORE INTO office_dirty SELECT old.title WHERE old.kind = 'office';
          INSERT OR IGNORE INTO office_dirty SELECT new.title WHERE new.kind = 'office';
        END;
        CREATE TEMP TRIGGER office_d AFTER DELETE ON main.actor_relations BEGIN
          INSERT OR IGNORE INTO office_dirty SELECT old.title WHERE old.kind = 'office';
        END;
        CREATE TEMP TRIGGER office_issued AFTER UPDATE OF issued ON main.articles
        WHEN EXISTS (SELECT 1 FROM main.actor_relations WHERE kind = 'office') BEGIN
          INSERT OR IGNORE INTO mention_dirty VALUES (new.seq);
        END;
      `),

    /** Titles whose holders or dates changed since the last commit. */
    takeChanged(): string[] {
      const rows = db.prepare<{ title: string }>('SELECT title FROM temp.office_dirty').all();
      if (rows.length > 0) db.exec('DELETE FROM temp.office_dirty');
      return rows.map(({ title }) => title);
    },
  };
}

export type OfficeStore = ReturnType<typeof officeStore>;
