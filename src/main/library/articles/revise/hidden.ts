import type { HiddenRange, TextRange } from '../../../../shared/model/ranges.ts';
import { cleanText } from '../../import/cleaning/clean.ts';
import type { Database } from '../../storage/database.ts';
import { hiddenOf, insertHidden } from '../hidden.ts';
import { sameWords, type Layered, type Revision } from './version.ts';

const byRules = ({ text, blocks }: Layered): HiddenRange[] =>
  cleanText({ text, blocks, marks: [], hidden: [], extracted: false, proposals: [] });

const touches = (ranges: readonly TextRange[], { start, end }: TextRange): boolean =>
  ranges.some((range) => range.start < end && range.end > start);

/**
 * Hides in the new text what was hidden or offered in the old one and still stands there, and what
 * the cleaning rules find in it besides. Lines a person has chosen to show stay shown.
 */
export function moveHidden(db: Database, revision: Revision): void {
  const { article, before, after } = revision;
  const was = hiddenOf(db, article);
  const shown = new Set(
    byRules(before)
      .filter((range) => !touches(was, range))
      .map(({ start, end }) => before.text.slice(start, end)),
  );
  const kept = was.flatMap((range): HiddenRange[] => {
    const place = sameWords(revision, range);
    return place === null ? [] : [{ ...range, ...place }];
  });
  const found = byRules(after).filter(
    (range) => !touches(kept, range) && !shown.has(after.text.slice(range.start, range.end)),
  );
  db.prepare('DELETE FROM hidden_ranges WHERE article = ?').run(article);
  for (const range of [...kept, ...found]) insertHidden(db, article, range);
}
