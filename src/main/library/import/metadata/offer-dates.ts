import type { Proposal } from '../../../../shared/model/import.ts';
import { dateChoices } from './date-choices.ts';
import { dateHints, weekdayBeside, type Surroundings } from './date-hints.ts';
import { weekdayNumber } from './partial-dates.ts';

/** A date of which something is not said. */
export const isPartial = ({ field, value }: Proposal): boolean =>
  field === 'issued' && value.includes('X');

/**
 * Proposals whose dates lack their year with the full dates they may stand for. Nothing is filled
 * in: one of them is a person's choice.
 */
export function withDateChoices(
  proposals: readonly Proposal[],
  around: Surroundings,
): readonly Proposal[] {
  if (!proposals.some(isPartial)) return proposals;
  const hints = dateHints(around);
  return proposals.map((proposal) => {
    if (!isPartial(proposal)) return proposal;
    const { text, start, end } = proposal.evidence;
    const beside =
      start === undefined || end === undefined ? null : weekdayBeside(around.text, start, end);
    const choices = dateChoices(proposal.value, weekdayNumber(text), hints, beside);
    return { ...proposal, choices };
  });
}
