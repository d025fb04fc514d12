import type { TextRange } from '../../../shared/model/ranges.ts';
import type { Understood } from '../../../shared/model/search.ts';

/** A chip as it is shown, with the parts of the query that go when it is removed. */
export interface ShownChip {
  readonly chip: Understood;
  readonly parts: readonly TextRange[];
  /** The chip is a whole year, which the query asks for by two dates. */
  readonly year?: string;
}

const isField = (chip: Understood | undefined, field: string): chip is Understood =>
  chip?.field === field && !chip.negated;

/** The year that two neighbouring chips ask for from its first day until its last; null for others. */
function yearOf(from: Understood, until: Understood | undefined): string | null {
  const isYear = isField(from, 'after') && /^\d{4}$/.test(from.text) && isField(until, 'before');
  return isYear && until.text === String(Number(from.text) + 1) ? from.text : null;
}

/** The chips of what was understood: the two dates around a year are one, without parentheses. */
export function shownChips(understood: readonly Understood[]): ShownChip[] {
  const shown: ShownChip[] = [];
  for (let i = 0; i < understood.length; i++) {
    const chip = understood[i] as Understood;
    const next = understood[i + 1];
    const year = yearOf(chip, next);
    if (year === null || next === undefined) {
      shown.push({ chip, parts: [chip] });
      continue;
    }
    i += 1;
    const isBracketed = shown.at(-1)?.chip.text === '(' && understood[i + 1]?.text === ')';
    if (isBracketed) {
      shown.pop();
      i += 1;
    }
    shown.push({ chip, parts: [chip, next], year });
  }
  return shown;
}
