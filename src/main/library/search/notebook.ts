import type { LibraryContext } from '../context.ts';
import type { NotebookTable } from './notebook-entries.ts';
import { NotebookIndex } from './notebook-index.ts';

/** The index of each table of what people write and name. */
export type Notebook = Readonly<Record<NotebookTable, NotebookIndex>>;

/**
 * The notebook's indexes, told by every transaction which rows it changed. A row of a transaction
 * that fails is read again in vain, which does no harm.
 */
export function keepNotebook({ db, commands }: LibraryContext): Notebook {
  const notebook: Notebook = {
    annotation: new NotebookIndex(db, 'annotation'),
    document: new NotebookIndex(db, 'document'),
    actor: new NotebookIndex(db, 'actor'),
  };
  commands.beforeCommit(() => {
    const dirty = db
      .prepare<{ kind: NotebookTable; row: number }>('SELECT kind, row FROM search_dirty')
      .all();
    if (dirty.length === 0) return;
    for (const { kind, row } of dirty) notebook[kind].changed(row);
    db.prepare('DELETE FROM search_dirty').run();
  });
  return notebook;
}
