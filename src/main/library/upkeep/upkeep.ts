import { basename } from 'node:path';
import type { Handlers } from '../../../shared/contract/methods.ts';
import type { LibraryContext } from '../context.ts';
import { backUp, checkBackup, restoreBackup } from '../storage/backup.ts';
import { checkLibrary } from './check.ts';
import { libraryCounts } from './counts.ts';
import { refusedReadOnly } from '../storage/commands.ts';
import { keptBackup, keptBackups } from '../storage/kept-backups.ts';
import { schemaVersion } from '../storage/migrations/index.ts';

type UpkeepMethods =
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
export function upkeepHandlers(context: LibraryContext): Handlers<UpkeepMethods> {
  const { db, dir, commands, journal } = context;
  return {
    'library.info': () => ({
      path: dir,
      name: basename(dir),
      schemaVersion,
      readOnly: context.readOnly,
      counts: libraryCounts(db),
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
