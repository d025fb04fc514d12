import type { Article } from '../../../../shared/model/article.ts';
import type { TextRange } from '../../../../shared/model/ranges.ts';
import type { LibraryContext } from '../../context.ts';
import { outletKey } from '../learnt/keys.ts';
import { saveRule } from '../learnt/store.ts';

/**
 * Lines that come back in an outlet and that a person shows again are its articles' own words: they
 * are shown in its later articles, too. `range` null is all that is hidden. Runs inside a transaction.
 */
export function learnShown(
  { db, newId, now }: Pick<LibraryContext, 'db' | 'newId' | 'now'>,
  article: Article,
  range: TextRange | null,
): void {
  const outlet = article['container-title'];
  if (outlet === null || outletKey(outlet) === '') return;
  const created = now().toISOString();
  const meant =
    range === null
      ? article.hidden
      : [...article.hidden, ...article.offered].filter(
          ({ start, end }) => start < range.end && end > range.start,
        );
  for (const { start, end, reason } of meant) {
    if (reason !== 'outlet-repetition') continue;
    const words = article.text.slice(start, end);
    saveRule(db, { outlet, action: 'show', reason, words }, { id: newId(), created });
  }
}
