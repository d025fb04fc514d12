import type { Handlers } from '../../../shared/contract/methods.ts';
import type { LibraryContext } from '../context.ts';
import { articleIds, listArticles } from './list.ts';
import { readOriginal } from '../storage/originals/originals.ts';
import {
  articleById,
  labelOf,
  markRead,
  saveProgress,
  seqOf,
  setTrashed,
  updateFields,
} from './store.ts';

const many = (id: string | string[]): string[] => [...new Set(typeof id === 'string' ? [id] : id)];

export function articleHandlers(
  context: LibraryContext,
): Handlers<
  | 'articles.list'
  | 'articles.ids'
  | 'articles.get'
  | 'articles.update'
  | 'articles.progress'
  | 'articles.markRead'
  | 'articles.delete'
  | 'articles.restore'
  | 'articles.original'
> {
  const { db, commands, dir } = context;
  const now = () => context.now().toISOString();
  const several = (ids: string[]) =>
    ids.length === 1 ? labelOf(db, ids[0] ?? '') : `${ids.length} articles`;

  const move = (id: string | string[], verb: string, at: string | null): string[] => {
    const ids = many(id);
    commands.run(`${verb} ${several(ids)}`, { topics: ['articles'], articleIds: ids }, () =>
      setTrashed(db, ids, at),
    );
    return ids;
  };

  return {
    'articles.list': (input) => listArticles(context, input),
    'articles.ids': (input) => ({ ids: articleIds(context, input) }),
    'articles.get': ({ id, version }) => articleById(db, id, version),
    'articles.update': ({ id, ...fields }) => {
      commands.run(`Correct ${labelOf(db, id)}`, { topics: ['articles'], articleIds: [id] }, () =>
        updateFields(db, id, fields, now()),
      );
      return articleById(db, id);
    },
    'articles.progress': ({ id, position, read }) => {
      const seq = seqOf(db, id);
      const effect =
        read === undefined ? null : { topics: ['articles'] as const, articleIds: [id] };
      commands.quietly(effect, () =>
        saveProgress(db, seq, {
          position,
          read: read === undefined ? undefined : read ? now() : null,
        }),
      );
      return {};
    },
    'articles.markRead': ({ ids, read }) => {
      const changed: string[] = [];
      const effect = { topics: ['articles'] as const, articleIds: changed };
      commands.quietly(effect, () => changed.push(...markRead(db, ids, read ? now() : null)));
      return { changed };
    },
    'articles.delete': ({ id }) => ({ deleted: move(id, 'Delete', now()) }),
    'articles.restore': ({ id }) => ({ restored: move(id, 'Restore', null) }),
    'articles.original': async ({ id }) => {
      const { source } = articleById(db, id);
      const bytes = await readOriginal(dir, source.sha256, source.name);
      return { name: source.name, base64: Buffer.from(bytes).toString('base64') };
    },
  };
}
