import { quoteCandidates, type Candidate } from '../../../shared/anchoring/match-quote.ts';
import { normalText } from '../../../shared/anchoring/normal-text.ts';
import { notFound } from '../../../shared/contract/errors.ts';
import type { Handlers } from '../../../shared/contract/methods.ts';
import type { LibraryContext } from '../context.ts';
import { textOf } from '../articles/current-text.ts';
import { annotationStore } from './store.ts';

/** How like the words on both sides are, or on the side that has any. */
function around({ prefix, suffix }: Candidate): number | null {
  const sides = [prefix, suffix].filter((side) => side !== null);
  return sides.length === 0 ? null : sides.reduce((sum, side) => sum + side, 0) / sides.length;
}

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
          .map((place) => ({
            start: place.start,
            end: place.end,
            score: place.score,
            words: place.quote,
            around: around(place),
            text: text.slice(place.start, place.end),
          })),
      };
    },
  };
}
