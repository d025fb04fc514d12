import type { Input, Output } from '../../shared/contract/methods.ts';
import type { Annotation } from '../../shared/model/annotation.ts';

export type AnnotationList = Output<'annotations.list'>;

/** Whether a question is for all passages of one article, so that one changed passage mends its answer. */
export function isWholeArticle(input: unknown): input is { articleId: string } {
  if (typeof input !== 'object' || input === null) return false;
  const { articleId, limit: _limit, ...narrowing } = input as Input<'annotations.list'>;
  return articleId !== undefined && Object.keys(narrowing).length === 0;
}

const isBefore = (a: Annotation, b: Annotation): boolean =>
  a.start !== b.start
    ? a.start < b.start
    : a.end !== b.end
      ? a.end < b.end
      : a.created <= b.created;

/** An index into `items` by their place; linear in nothing but the search. */
function placeOf(items: readonly Annotation[], one: Annotation): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = items[middle];
    if (other !== undefined && isBefore(other, one)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The passages of an article, in the order of the text, after one of them was made, changed or
 * deleted (null). The same list where the passage is of another article. Null where the answer
 * holds only some of the passages: it must be asked for again.
 */
export function patched(
  list: AnnotationList,
  articleId: string,
  id: string,
  now: Annotation | null,
): AnnotationList | null {
  if (list.items.length !== list.total) return null;
  const at = list.items.findIndex((item) => item.id === id);
  const belongs = now !== null && now.articleId === articleId;
  if (at < 0 && !belongs) return list;
  const items = at < 0 ? [...list.items] : list.items.toSpliced(at, 1);
  if (belongs) items.splice(placeOf(items, now), 0, now);
  return { items, total: items.length };
}
