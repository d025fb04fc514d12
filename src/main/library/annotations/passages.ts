import { describePassage, type PassageSelectors } from '../../../shared/anchoring/describe.ts';
import { widenToGraphemes } from '../../../shared/anchoring/graphemes.ts';
import { splitsPair, widenToPairs } from '../../../shared/anchoring/surrogates.ts';
import { AttacheError, notFound } from '../../../shared/contract/errors.ts';
import type { TextRange } from '../../../shared/model/ranges.ts';
import type { Database } from '../storage/database.ts';

/** An article as anchors see it: its current text and which version that is. */
export interface AnchoredText {
  readonly seq: number;
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly text: string;
}

/** The current text of the article with that public id. Throws `not-found`. */
export function textOf(db: Database, articleId: string): AnchoredText {
  const row = db
    .prepare<AnchoredText>(
      `SELECT a.seq, a.id, a.title, a.version, t.text
       FROM articles a JOIN texts t ON t.article = a.seq AND t.version = a.version
       WHERE a.id = ?`,
    )
    .get(articleId);
  if (row === undefined) throw notFound('article', articleId);
  return row;
}

/**
 * The selectors of a passage a person marked. An end inside a character (a
 * surrogate pair, a letter and its accents, a joined emoji) moves outward.
 * Throws `invalid-input` naming `start` or `end` where the range is empty or not in the text.
 */
export function selectPassage({ text, title }: AnchoredText, range: TextRange): PassageSelectors {
  if (range.end > text.length) {
    throw new AttacheError(
      'invalid-input',
      `“${title}” ends at ${text.length}; there is no passage up to ${range.end}. Select it again.`,
      { field: 'end' },
    );
  }
  if (range.start >= range.end) {
    throw new AttacheError(
      'invalid-input',
      `The passage from ${range.start} to ${range.end} has no words. Select at least one character.`,
      { field: 'start' },
    );
  }
  return describePassage(text, widenToGraphemes(text, widenToPairs(text, range)));
}

/** A title short enough for a line of the history. */
export const shortTitle = (title: string): string =>
  title.length <= 60 ? title : `${title.slice(0, splitsPair(title, 59) ? 58 : 59).trimEnd()}…`;
