import type { Understood } from '../../../shared/model/search.ts';
import type { Messages } from '../../messages/messages.ts';
import { shownChips, type ShownChip } from './shown-chips.ts';
import { shortened } from '../../../shared/text/shorten.ts';

/** What a chip says before its words; null where that is nothing. */
export function leadOf(m: Messages, { chip, year }: ShownChip): string | null {
  if (year !== undefined) return m('search.published');
  const parts = [
    ...(chip.negated ? [m('search.not')] : []),
    ...(chip.field === undefined ? [] : [chip.field]),
    ...(chip.kind === 'prefix' ? [m('search.prefixOf')] : []),
    ...(chip.kind === 'fuzzy' ? [m('search.fuzzy')] : []),
  ];
  return parts.length === 0 ? null : parts.join(' ');
}

/** The words of a chip. */
export const wordsOf = ({ chip, year }: ShownChip): string =>
  year ?? (chip.kind === 'phrase' ? `“${chip.text}”` : chip.text);

/** Whether a chip joins what stands before it to what follows. */
const isJoin = (chip: Understood): boolean => chip.kind === 'operator' && chip.text !== '(';

/** Whether a chip follows what stands before it as one more thing that must hold. */
export const isAlso = (chip: Understood, before: Understood | undefined): boolean =>
  !isJoin(chip) && before !== undefined && (before.kind !== 'operator' || before.text === ')');

/**
 * A name for a search as people would read it, made of its chips ("gate · actor Ruth Adler"); at
 * most `longest` UTF-16 units, and empty where nothing was understood.
 */
export function searchName(m: Messages, understood: readonly Understood[], longest = 200): string {
  const all = shownChips(understood);
  const name = all
    .map((shown, index) => {
      const { chip } = shown;
      const before = all[index - 1]?.chip;
      const gap = isAlso(chip, before)
        ? ' · '
        : before === undefined || before.text === '(' || chip.text === ')'
          ? ''
          : ' ';
      const words = wordsOf(shown);
      if (chip.kind === 'operator') return gap + (chip.text === 'OR' ? m('search.or') : words);
      const lead = leadOf(m, shown);
      return gap + (lead === null ? words : `${lead} ${words}`);
    })
    .join('');
  return shortened(name, longest);
}
