import { basename } from 'node:path';
import type { Handlers } from '../../../shared/contract/methods.ts';
import { articleTotals } from '../articles/totals.ts';
import type { LibraryContext } from '../context.ts';
import { backUp, checkBackup, restoreBackup } from './backup.ts';
import { checkLibrary } from './check.ts';
import { refusedReadOnly } from './commands.ts';
import { keptBackup, keptBackups } from './kept-backups.ts';
import { schemaVersion } from './migrations/index.ts';

/** A mention is rejected by a decision of a person, of which there are few. */
const rejectedMentions = `(SELECT count(*) FROM mention_decisions AS d CROSS JOIN mentions AS m
  ON m.article = d.article AND m.start = d.start AND m."end" = d."end" AND m.actor = d.actor
  WHERE m.status = 'rejected')`;

/** Passages go where their article goes: those of an article in the trash are in no list. */
const passagesInTrash = (condition: string): string => `(SELECT count(*) FROM articles a
  CROSS JOIN annotations n ON n.article = a.seq WHERE a.trashed IS NOT NULL AND ${condition})`;

const counts = `SELECT
  ${articleTotals.live} AS articles,
  ${articleTotals.live} - ${articleTotals.read} AS unread,
  (SELECT count(*) FROM annotations) - ${passagesInTrash('TRUE')} AS annotations,
  (SELECT count(*) FROM annotations WHERE status = 'orphaned')
    - ${passagesInTrash("n.status = 'orphaned'")} AS orphaned,
  (SELECT count(*) FROM annotations WHERE status IN ('moved', 'orphaned'))
    - ${passagesInTrash("n.status IN ('moved', 'orphaned')")} AS unsettled,
  (SELECT count(*) FROM actors) AS actors,
  (SELECT count(*) FROM mentions) - ${rejectedMentions} AS mentions,
  (SELECT count(*) FROM documents WHERE kind = 'note' AND trashed IS NULL) AS notes,
  (SELECT count(*) FROM documents WHERE kind = 'briefing' AND trashed IS NULL) AS briefings,
  ${articleTotals.trash} AS trash`;

type Counts = Record<
  | 'articles'
  | 'unread'
  | 'annotations'
  | 'orphaned'
  | 'unsettled'
  | 'actors'
  | 'mentions'
  | 'notes'
  | 'briefings'
  | 'trash',
  number
>;

type StorageMethods =
  | 'library.info'
  | 'library.check'
  | 'library.backup'
  | 'library.backups'
  | 'library.restore'
  | 'history.list'
  | 'history.undo'
  | 'history.redo'
  | 'history.revert';

/** Handlers for the library as a whole: what it holds, whether it is sound, its history. */
export function storageHandlers(context: LibraryContext): Handlers<StorageMethods> {
  const { db, dir, commands, journal } = context;
  return {
    'library.info': () => ({
      path: dir,
      name: basename(dir),
      schemaVersion,
      readOnly: context.readOnly,
      counts: db.prepare<Counts>(counts).get() as Counts,
    }),
    'library.check': () => {
      const problems = checkLibrary(db, dir);
      return { ok: problems.length === 0, problems };
    },
    'library.backup': () => ({ path: backUp(db, dir, context.now()) }),
    'library.backups': () => ({ items: keptBackups(dir) }),
    'library.restore': async ({ name }) => {
      if (context.readOnly) throw refusedReadOnly();
      const path = keptBackup(dir, name);
      checkBackup(path);
      const { kept } = await context.whileClosed(() => restoreBackup(dir, path, context.now()));
      return { kept: basename(kept ?? '') };
    },
    'history.list': ({ limit }) => ({
      items: journal.list(limit).map(({ id, label, at, undone, changes }) => ({
        id,
        label,
        at,
        state: undone ? 'undone' : 'done',
        changes,
      })),
    }),
    'history.undo': ({ id }) => (id === undefined ? commands.undo() : commands.takeBack(id)),
    'history.redo': () => commands.redo(),
    'history.revert': ({ id }) => commands.revert(id),
  };
}
