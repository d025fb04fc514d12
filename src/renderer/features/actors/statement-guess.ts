import { quotations } from '../../../shared/text/quotations.ts';
import type { Statement, StatementProposal } from '../../../shared/model/actor.ts';
import type { TextRange } from '../../../shared/model/ranges.ts';

const openers = /[“"„«「『‹]/;
const word = /[\p{L}\p{N}]/u;
const longestName = 60;
const mostWords = 7;

/** Half of the words or more, of four or more, are written small: "of" and "the" of a name are fewer. */
function readsAsSentence(words: readonly string[]): boolean {
  const small = words.filter((one) => /^\p{Ll}/u.test(one)).length;
  return words.length > 3 && small * 2 >= words.length;
}

/** Whether selected words are rather a name than something said. */
export function looksLikeName(words: string): boolean {
  if (words.length > longestName || openers.test(words)) return false;
  const all = words.split(/\s+/u);
  return all.length <= mostWords && !readsAsSentence(all);
}

/** A quotation, where all the words stand in quotation marks; else a paraphrase. */
export function likelyKind(text: string, { start, end }: TextRange): Statement['kind'] {
  const selected = text.slice(start, end);
  const first = selected.search(word);
  const last = selected.search(/[\p{L}\p{N}][^\p{L}\p{N}]*$/u);
  const isQuoted =
    first !== -1 &&
    quotations(text).some((one) => one.start <= start + first && start + last < one.end);
  return isQuoted ? 'direct' : 'paraphrase';
}

/** The proposal selected words are about: one that lies within them before one that overlaps. */
export const proposalFor = (
  proposals: readonly StatementProposal[],
  { start, end }: TextRange,
): StatementProposal | undefined =>
  proposals.find((one) => start <= one.start && one.end <= end) ??
  proposals.find((one) => one.start < end && one.end > start);

/** Whether the selection holds the proposal and more words than it. */
export const isMoreThan = (
  text: string,
  { start, end }: TextRange,
  proposal: TextRange | undefined,
): proposal is TextRange =>
  proposal !== undefined &&
  start <= proposal.start &&
  proposal.end <= end &&
  word.test(text.slice(start, proposal.start) + text.slice(proposal.end, end));
