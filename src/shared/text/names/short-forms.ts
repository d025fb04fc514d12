import type { FoundName } from './find/find-names.ts';
import { nameWords } from './words.ts';

const initialsOf = ({ text }: FoundName): string =>
  nameWords(text)
    .filter(({ letters }) => letters !== 'lower')
    .map(({ folded }) => folded[0] ?? '')
    .join('');

const isAcronym = ({ text }: FoundName) => /^\p{Lu}{2,8}$/u.test(text);

/**
 * Which organisation an acronym stands for in a text: the one it follows in brackets ("World Health
 * Organization (WHO)"), or else the only one with those initials.
 */
export function shortFormsIn(
  text: string,
  names: readonly FoundName[],
): ReadonlyMap<FoundName, FoundName> {
  const longByShort = new Map<string, FoundName>();
  const sharing = new Map<string, Map<string, FoundName>>();
  names.forEach((name, index) => {
    if (name.kind !== 'organisation' || !name.text.includes(' ')) return;
    const initials = initialsOf(name);
    const same = sharing.get(initials) ?? new Map<string, FoundName>();
    sharing.set(initials, same.set(name.key, name));
    const next = names[index + 1];
    const isBracketed =
      next !== undefined &&
      /^\s?\($/u.test(text.slice(name.end, next.start)) &&
      text[next.end] === ')' &&
      isAcronym(next);
    if (isBracketed && initials === next.text.toLowerCase()) longByShort.set(next.key, name);
  });
  const found = new Map<FoundName, FoundName>();
  for (const name of names) {
    if (name.kind === 'person' || !isAcronym(name)) continue;
    const same = [...(sharing.get(name.text.toLowerCase())?.values() ?? [])];
    const meant = longByShort.get(name.key) ?? (same.length === 1 ? same[0] : undefined);
    if (meant !== undefined) found.set(name, meant);
  }
  return found;
}
