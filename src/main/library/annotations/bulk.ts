import { mostNamedPassages } from '../../../shared/contract/events.ts';
import type { Handlers } from '../../../shared/contract/methods.ts';
import { describePassage } from '../../../shared/anchoring/describe.ts';
import { isWithinTag } from '../../../shared/text/tag-names.ts';
import type { LibraryContext } from '../context.ts';
import { distinctTags } from './distinct-tags.ts';
import { textOf, type AnchoredText } from '../articles/current-text.ts';
import { annotationStore, type AnnotationRow } from './store.ts';

type Methods = 'annotations.updateMany' | 'annotations.deleteMany' | 'annotations.keep';

const passages = (count: number) => (count === 1 ? 'a passage' : `${count} passages`);

/** What is done to many passages at once, each call one undo step. */
export function bulkHandlers({ commands, db, now }: LibraryContext): Handlers<Methods> {
  const store = annotationStore(db);
  const effect = (rows: readonly AnnotationRow[]) => ({
    topics: ['annotations'] as const,
    articleIds: [...new Set(rows.map(({ articleId }) => articleId))],
    ...(rows.length > mostNamedPassages ? {} : { annotationIds: rows.map(({ id }) => id) }),
  });

  /** The tags a passage has afterwards, or null where they stay as they are. */
  function retagged(has: readonly string[], add: readonly string[], remove: readonly string[]) {
    const kept = has.filter((tag) => !remove.some((gone) => isWithinTag(tag, gone)));
    const tags = distinctTags([...kept, ...add]);
    return tags.length === has.length && tags.every((tag, i) => tag === has[i]) ? null : tags;
  }

  return {
    'annotations.updateMany': ({ ids, addTags = [], removeTags = [], colour }) => {
      const rows = store.some(ids);
      const tags = store.tags(rows.map(({ seq }) => seq));
      const changes = rows.flatMap((row) => {
        const next = retagged(tags.get(row.seq) ?? [], addTags, removeTags);
        const other = colour !== undefined && colour !== row.colour;
        return next === null && !other ? [] : [{ row, tags: next, colour: colour ?? row.colour }];
      });
      if (changes.length === 0) return { changed: 0 };
      const at = now().toISOString();
      const touched = changes.map(({ row }) => row);
      commands.run(`Change ${passages(changes.length)}`, effect(touched), () => {
        for (const change of changes) {
          store.setColour(change.row.seq, change.colour, at);
          if (change.tags !== null) store.setTags(change.row.seq, change.tags);
        }
      });
      return { changed: changes.length };
    },

    'annotations.deleteMany': ({ ids }) => {
      const rows = store.some(ids);
      if (rows.length === 0) return { deleted: 0 };
      commands.run(`Delete ${passages(rows.length)}`, effect(rows), () => {
        for (const { seq } of rows) store.delete(seq);
      });
      return { deleted: rows.length };
    },

    'annotations.keep': ({ ids, articleId }) => {
      const asked = ids === undefined ? null : new Set(ids);
      const moved = store
        .list({ articleId, status: 'moved' })
        .rows.filter(({ id }) => asked?.has(id) ?? true);
      const texts = new Map<string, AnchoredText>();
      const kept = moved.flatMap((row) => {
        const article = texts.get(row.articleId) ?? textOf(db, row.articleId);
        texts.set(row.articleId, article);
        const { start, end } = row;
        if (!(start >= 0 && start < end && end <= article.text.length)) return [];
        const passage = describePassage(article.text, { start, end });
        const sameWords = passage.exact === row.exact;
        return sameWords || asked !== null ? [{ row, article, passage }] : [];
      });
      if (kept.length === 0) return { kept: [] };
      const at = now().toISOString();
      const touched = kept.map(({ row }) => row);
      commands.run(`Keep ${passages(kept.length)} that moved`, effect(touched), () => {
        for (const { row, article, passage } of kept) {
          store.place(row.seq, article.version, passage, at);
        }
      });
      return { kept: kept.map(({ row }) => row.id) };
    },
  };
}
