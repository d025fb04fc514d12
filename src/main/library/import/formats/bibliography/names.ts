import type { CslName } from '../../../../../shared/model/article.ts';
import { nameInverted, squeezed } from '../../../../../shared/text/name-inverted.ts';

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
