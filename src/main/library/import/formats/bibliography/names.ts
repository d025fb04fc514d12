import type { CslName } from '../../../../../shared/model/article.ts';

const squeezed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().toWellFormed();

/** "Lund, Ada" or "Lund, Jr., Ada" as a CSL name; a name without a comma stands as it is written. */
export function nameInverted(written: string): CslName | null {
  const [family = '', second, third] = squeezed(written)
    .split(',')
    .map((part) => part.trim());
  if (family === '') return null;
  if (second === undefined || second === '') return { literal: family };
  return third === undefined || third === ''
    ? { family, given: second }
    : { family, given: `${third} ${second}` };
}

/** Words that belong to the family name: "Ursula von der Leyen". */
const particle = /^(?:von|van|der|den|de|di|da|del|della|du|la|le|al|el|bin|ter|ten|zu)$/;

/** "Ada van der Lund" or "van der Lund, Ada" as BibTeX reads names. */
export function nameOf(written: string): CslName | null {
  const name = squeezed(written);
  if (name.includes(',')) return nameInverted(name);
  const words = name.split(' ');
  if (words.length < 2) return name === '' ? null : { literal: name };
  const first = words.findIndex((word, index) => index > 0 && particle.test(word));
  const at = first === -1 || first === words.length - 1 ? words.length - 1 : first;
  return { family: words.slice(at).join(' '), given: words.slice(0, at).join(' ') };
}
