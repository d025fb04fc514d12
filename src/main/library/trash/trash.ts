import { AttacheError } from '../../../shared/contract/errors.ts';
import { contentTopics } from '../../../shared/contract/events.ts';
import type { Handlers } from '../../../shared/contract/methods.ts';
import type { LibraryContext } from '../context.ts';
import { restoreDocument } from '../documents/restore.ts';
import type { Database } from '../storage/database.ts';

interface Trashed {
  readonly seq: number;
  readonly id: string;
  readonly title: string;
  readonly kind: 'article' | 'briefing' | 'note';
}

const inTrash = (db: Database): Trashed[] =>
  db
    .prepare<Trashed>(
      `SELECT seq, id, title, 'article' AS kind FROM articles WHERE trashed IS NOT NULL
       UNION ALL SELECT seq, id, title, kind FROM documents WHERE trashed IS NOT NULL`,
    )
    .all();

function chosen(all: readonly Trashed[], ids: readonly string[] | undefined): readonly Trashed[] {
  if (ids === undefined) return all;
  const byId = new Map(all.map((one) => [one.id, one]));
  return [...new Set(ids)].map((id) => {
    const found = byId.get(id);
    if (found !== undefined) return found;
    throw new AttacheError('not-found', `There is nothing with the id "${id}" in the trash.`, {
      field: 'ids',
    });
  });
}

/** Deletes or restores what was moved to the trash, as one entry of the history. */
export function trashHandlers({
  db,
  commands,
}: LibraryContext): Handlers<'trash.empty' | 'trash.restore'> {
  /** Does `work` on all of them under the label, where there are any. */
  const run = (
    ids: readonly string[] | undefined,
    label: (things: string) => string,
    work: (items: readonly Trashed[]) => void,
  ) => {
    const items = chosen(inTrash(db), ids);
    const counted = (wanted: Trashed['kind']) => items.filter(({ kind }) => kind === wanted).length;
    const [only] = items;
    if (only !== undefined) {
      const things = items.length === 1 ? `“${only.title}”` : `${items.length} things`;
      const articleIds = items.flatMap(({ kind, id }) => (kind === 'article' ? id : []));
      commands.run(label(things), { topics: contentTopics, articleIds }, () => work(items));
    }
    return {
      articles: counted('article'),
      briefings: counted('briefing'),
      notes: counted('note'),
    };
  };
  return {
    'trash.restore': ({ ids }) =>
      run(
        ids,
        (things) => `Restore ${things}`,
        (items) => {
          const articles = db.prepare('UPDATE articles SET trashed = NULL WHERE seq = ?');
          for (const { kind, seq, id } of items) {
            if (kind === 'article') articles.run(seq);
            else restoreDocument(db, id);
          }
        },
      ),
    'trash.empty': ({ ids }) =>
      run(
        ids,
        (things) => `Delete ${things} from the trash`,
        (items) => {
          const articles = db.prepare('DELETE FROM articles WHERE seq = ?');
          const documents = db.prepare('DELETE FROM documents WHERE seq = ?');
          for (const { kind, seq } of items) (kind === 'article' ? articles : documents).run(seq);
        },
      ),
  };
}
