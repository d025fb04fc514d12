import { quoteCandidates } from '../../../shared/anchoring/match-quote.ts';
import { normalText } from '../../../shared/anchoring/normal-text.ts';
import { notFound } from '../../../shared/contract/errors.ts';
import type { Handlers } from '../../../shared/contract/methods.ts';
import type { LibraryContext } from '../context.ts';
import { textOf } from '../articles/current-text.ts';
import { annotationStore } from './store.ts';

/** Places in the current text for a passage that was lost. They are offered, never taken. */
export function candidateHandlers({ db }: LibraryContext): Handlers<'annotations.candidates'> {
  const store = annotationStore(db);
  return {
    'annotations.candidates': ({ id, limit }) => {
      const row = store.get(id);
      if (row === undefined) throw notFound('annotation', id);
      const { text } = textOf(db, row.articleId);
      return {
        items: quoteCandidates(normalText(text), row)
          .slice(0, limit)
          .map(({ start, end, score }) => ({
            start,
            end,
            score,
            text: text.slice(start, end),
          })),
      };
    },
  };
}
