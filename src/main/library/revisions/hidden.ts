import type { HiddenRange, TextRange } from '../../../shared/model/ranges.ts';
import { cleanText } from '../cleaning/clean.ts';
import type { Database } from '../storage/database.ts';
import { hiddenOf, insertHidden } from '../articles/hidden.ts';
import { linesIn } from './same-lines.ts';
import { sameWords, type Layered, type Revision } from './version.ts';

/** What the cleaning rules say of a text without markup. */
export const hiddenByRules = ({ text, blocks }: Layered): HiddenRange[] =>
  cleanText({ text, blocks, hidden: [], extracted: false });

const touches = (ranges: readonly TextRange[], { start, end }: TextRange): boolean =>
  ranges.some((range) => range.start < end && range.end > start);

/** The lines of a text that are not hidden. */
function shownLines(text: string, hidden: readonly HiddenRange[]): Set<string> {
  const left = hidden.filter(({ by }) => by !== 'offered');
  let at = 0;
  const shown = linesIn(text).filter(({ start, end }) => {
    while ((left[at]?.end ?? Infinity) <= start) at += 1;
    return (left[at]?.start ?? Infinity) >= end;
  });
  return new Set(shown.map(({ start, end }) => text.slice(start, end)));
}

/**
 * Hides in the new text what was hidden or offered in the old one and still stands there, and what
 * was found in it besides. Lines that were shown, perhaps by a person's choice, stay shown.
 */
export function moveHidden(db: Database, revision: Revision): void {
  const { article, after } = revision;
  const ranges =
    after.hiddenIsDecided === true ? after.hidden : carried(revision, hiddenOf(db, article));
  db.prepare('DELETE FROM hidden_ranges WHERE article = ?').run(article);
  for (const range of ranges) insertHidden(db, article, range);
}

function carried(revision: Revision, was: readonly HiddenRange[]): HiddenRange[] {
  const { before, after } = revision;
  const shown = shownLines(before.text, was);
  const kept = was.flatMap((range): HiddenRange[] => {
    const place = sameWords(revision, range);
    return place === null ? [] : [{ ...range, ...place }];
  });
  const wasShown = ({ start, end }: TextRange) =>
    linesIn(after.text.slice(start, end)).every((line) =>
      shown.has(after.text.slice(start + line.start, start + line.end)),
    );
  const found = after.hidden.filter((range) => !touches(kept, range) && !wasShown(range));
  return [...kept, ...found];
}
