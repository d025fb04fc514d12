import type { Statement } from '../../../shared/model/actor.ts';
import type { TextRange } from '../../../shared/model/ranges.ts';

const openers = /[“"„«「『‹]/;
const longestName = 60;
const mostWords = 7;

/** Whether selected words are rather a name than something said. */
export const looksLikeName = (words: string): boolean =>
  words.length <= longestName && words.split(/\s+/).length <= mostWords && !openers.test(words);

/** A quotation, where the words stand in quotation marks or hold some; else a paraphrase. */
export function likelyKind(text: string, { start, end }: TextRange): Statement['kind'] {
  const withMarks = text.slice(Math.max(0, start - 1), end);
  return openers.test(withMarks) ? 'direct' : 'paraphrase';
}
