import type { Input, Output } from '../../shared/contract/methods.ts';
import type { Annotation } from '../../shared/model/annotation.ts';

export type AnnotationList = Output<'annotations.list'>;

/** Whether a question is for all passages of one article, so that one changed passage mends its answer. */
export function isWholeArticle(input: unknown): input is { articleId: string } {
  if (typeof input !== 'object' || input === null) return false;
  const { articleId, limit: _limit, ...narrowing } = input as Input<'annotations.list'>;
  return articleId !== undefined && Object.keys(narrowing).length === 0;
}

/** By their place, the shorter of two that begin together first; else as they were made. */
const byPlace = (a: Annotation, b: Annotation): number =>
  a.start - b.start || a.end - b.end || (a.created <= b.created ? -1 : 1);

/**
 * The passages of an article, in the order of the text, after those with `ids` were made, changed
 * or deleted; `now` has those that are there. The same list where none of them is of this article.
 * Null where the answer holds only some of the passages: it must be asked for again.
 */
export function patched(
  list: AnnotationList,
  articleId: string,
  ids: readonly string[],
  now: readonly Annotation[],
): AnnotationList | null {
  if (list.items.length !== list.total) return null;
  const changed = new Set(ids);
  const kept = list.items.filter(({ id }) => !changed.has(id));
  const added = now.filter((one) => one.articleId === articleId);
  if (kept.length === list.items.length && added.length === 0) return list;
  const items = [...kept, ...added].sort(byPlace);
  return { items, total: items.length };
}
