import type { CslName } from '../model/article.ts';

/** Words on one line, well-formed. */
export const squeezed = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').trim().toWellFormed();

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
