import type { Mention, Statement } from '../../../shared/model/actor.ts';
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

/** A speaker named this far from the words, in UTF-16 units, counts as twice as far after a break. */
const distance = (text: string, said: TextRange, { start, end }: TextRange): number => {
  if (start < said.end && end > said.start) return said.end - said.start;
  const [from, to] = end <= said.start ? [end, said.start] : [said.end, start];
  const isBroken = text.slice(from, to).includes('\n');
  return (to - from) * (isBroken ? 2 : 1);
};

/**
 * Ids of the actors of an article, the one named nearest to the words first: outside the words
 * rather than inside, in the same paragraph rather than in another.
 */
export function likelySpeakers(
  text: string,
  said: TextRange,
  mentions: readonly Pick<Mention, 'actorId' | 'start' | 'end' | 'status'>[],
): string[] {
  const nearest = new Map<string, number>();
  for (const mention of mentions) {
    if (mention.status === 'rejected' || mention.status === 'open') continue;
    const far = distance(text, said, mention);
    nearest.set(mention.actorId, Math.min(far, nearest.get(mention.actorId) ?? far));
  }
  return [...nearest].toSorted(([, a], [, b]) => a - b).map(([actorId]) => actorId);
}
