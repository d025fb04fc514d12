import { notFound } from '../../../shared/contract/errors.ts';
import type { Handlers, Parsed } from '../../../shared/contract/methods.ts';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { LibraryContext } from '../context.ts';
import { distinctTags } from './distinct-tags.ts';
import { shortTitle, textOf } from '../articles/current-text.ts';
import { selectPassage } from '../articles/select-passage.ts';
import { readAnnotations } from './read.ts';
import { annotationStore, type AnnotationRow } from './store.ts';

type Methods =
  | 'annotations.create'
  | 'annotations.list'
  | 'annotations.get'
  | 'annotations.update'
  | 'annotations.ids'
  | 'annotations.delete';

const marks = { highlighting: 'Highlight', commenting: 'Comment', tagging: 'Tag' } as const;

export function annotationHandlers(context: LibraryContext): Handlers<Methods> {
  const { commands, db } = context;
  const store = annotationStore(db);

  const rowOf = (id: string): AnnotationRow => {
    const row = store.get(id);
    if (row === undefined) throw notFound('annotation', id);
    return row;
  };
  const get = (id: string): Annotation => {
    const [annotation] = readAnnotations(store, [rowOf(id)]);
    if (annotation === undefined) throw notFound('annotation', id);
    return annotation;
  };
  const effect = (articleId: string, id: string) =>
    ({ topics: ['annotations'], articleIds: [articleId], annotationIds: [id] }) as const;

  /** The passage an update asks for; null where it leaves the passage alone. */
  function movedPassage(row: AnnotationRow, { start, end }: Parsed<'annotations.update'>) {
    if (start === undefined && end === undefined) return null;
    const article = textOf(db, row.articleId);
    const passage = selectPassage(article, { start: start ?? row.start, end: end ?? row.end });
    return { ...passage, status: 'exact' as const, version: article.version };
  }

  return {
    'annotations.create': ({ articleId, start, end, motivation, comment, tags, colour }) => {
      const article = textOf(db, articleId);
      const passage = selectPassage(article, { start, end });
      const id = context.newId();
      const label = `${marks[motivation]} in “${shortTitle(article.title)}”`;
      commands.run(label, effect(articleId, id), () => {
        const seq = store.insert(
          id,
          article.seq,
          article.version,
          {
            ...passage,
            motivation,
            comment: comment ?? '',
            colour: colour ?? 'amber',
            status: 'exact',
          },
          context.now().toISOString(),
        );
        store.setTags(seq, distinctTags(tags ?? []));
      });
      return get(id);
    },

    'annotations.list': ({ sort, offset, limit, ...filter }) => {
      const { rows, total } = store.list(filter, { sort, offset, limit });
      return { items: readAnnotations(store, rows), total };
    },

    'annotations.ids': ({ sort, ...filter }) => ({ ids: store.ids(filter, sort) }),

    'annotations.get': ({ id }) => get(id),

    'annotations.update': (changes) => {
      const row = rowOf(changes.id);
      const before = get(changes.id);
      const passage = movedPassage(row, changes);
      const label = `Edit passage in “${shortTitle(row.title)}”`;
      commands.run(label, effect(row.articleId, changes.id), () => {
        store.update(
          row.seq,
          passage?.version ?? null,
          {
            start: passage?.start ?? row.start,
            end: passage?.end ?? row.end,
            exact: passage?.exact ?? row.exact,
            prefix: passage?.prefix ?? row.prefix,
            suffix: passage?.suffix ?? row.suffix,
            motivation: changes.motivation ?? before.motivation,
            comment: changes.comment ?? before.comment,
            colour: changes.colour ?? before.colour,
            status: passage?.status ?? before.status,
          },
          context.now().toISOString(),
        );
        if (changes.tags !== undefined) store.setTags(row.seq, distinctTags(changes.tags));
      });
      return get(changes.id);
    },

    'annotations.delete': ({ id }) => {
      const row = rowOf(id);
      const label = `Delete passage in “${shortTitle(row.title)}”`;
      commands.run(label, effect(row.articleId, id), () => store.delete(row.seq));
      return { id };
    },
  };
}
