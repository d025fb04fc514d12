import { AttacheError, type ErrorData } from '../../../../shared/contract/errors.ts';
import type { ArticleText, Articles } from './articles.ts';
import { placeIn, type PlacedPassage } from './place.ts';
import type { ImportedAnnotation } from './read-item.ts';

/** What becomes of one annotation: a place in an article, or none of its texts is in the library. */
export type Incoming =
  { readonly article: ArticleText; readonly passage: PlacedPassage } | { readonly article: null };

const sureness = { exact: 0, moved: 1, orphaned: 2 } as const;

/**
 * Finds the article an annotation is on, and its place there. Of several articles (two copies of
 * one address) the one it fits best. `articleId`: the person said which article it is.
 * Throws `invalid-input` where it has a position only and no text reaches that far.
 */
export function placeIncoming(
  articles: Articles,
  item: ImportedAnnotation,
  articleId?: string,
): Incoming {
  const ids = articleId === undefined ? articles.find(item) : [articleId];
  if (ids.length === 0) return { article: null };
  const placed = ids.flatMap((id) => {
    const article = articles.text(id);
    const passage = placeIn(article.searched, item.place, article.hash === item.hash);
    return passage === null ? [] : [{ article, passage }];
  });
  const [best] = placed.sort((a, b) => sureness[a.passage.status] - sureness[b.passage.status]);
  if (best !== undefined) return best;
  throw new AttacheError(
    'invalid-input',
    'The annotation has no quotation, and its position is beyond the end of the text.',
  );
}

/** An item that is not an annotation of a passage, and why. `index` counts from 0 in its file. */
export interface RefusedItem extends Pick<ErrorData, 'code' | 'message'> {
  readonly source: string;
  readonly index: number | null;
}
