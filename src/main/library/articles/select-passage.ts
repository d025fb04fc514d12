import { describePassage, type PassageSelectors } from '../../../shared/anchoring/describe.ts';
import { widenToGraphemes } from '../../../shared/anchoring/graphemes.ts';
import { widenToPairs } from '../../../shared/text/surrogates.ts';
import { AttacheError } from '../../../shared/contract/errors.ts';
import type { TextRange } from '../../../shared/model/ranges.ts';
import type { AnchoredText } from './current-text.ts';

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
