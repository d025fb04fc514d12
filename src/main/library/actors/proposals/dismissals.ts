import type { ActorKind, Dismissal } from '../../../../shared/model/actor.ts';
import { comparedBy } from '../../../../shared/text/names/proposal-keys.ts';
import type { Database } from '../../storage/database.ts';

interface DismissalRow {
  readonly id: string;
  readonly kind: ActorKind;
  readonly name: string;
  readonly spellings: string;
  readonly created: string;
}

/** SQL of the proposals a person does not want to see again. */
export function dismissalStore(db: Database) {
  const list = (): Dismissal[] =>
    db
      .prepare<DismissalRow>(
        'SELECT id, kind, name, spellings, created FROM proposal_dismissals ORDER BY created DESC, name',
      )
      .all()
      .map(({ id, kind, name, spellings, created }) => ({
        id,
        kind,
        name,
        names: JSON.parse(spellings) as string[],
        created,
      }));
  return {
    list,

    has: (id: string): boolean =>
      db.prepare('SELECT 1 FROM proposal_dismissals WHERE id = ?').get(id) !== undefined,

    insert: ({ id, kind, name, names, created }: Dismissal): void =>
      void db
        .prepare(
          'INSERT INTO proposal_dismissals (id, kind, name, spellings, created) VALUES (?, ?, ?, ?, ?)',
        )
        .run(id, kind, name, JSON.stringify(names), created),

    delete: (id: string): void =>
      void db.prepare('DELETE FROM proposal_dismissals WHERE id = ?').run(id),

    /** What the dismissed names are compared with others by. */
    keys: (): Set<string> =>
      new Set(list().flatMap(({ kind, name, names }) => comparedBy(kind, [name, ...names]))),
  };
}
