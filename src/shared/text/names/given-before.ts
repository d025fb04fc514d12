import type { Claim, ClaimHit } from './claim.ts';
import { foldWord } from './fold-word.ts';

/** Russian, Ukrainian, Belarusian patronymics in any case, folded; and as they are romanised. */
const patronymic =
  /(?:[оеи]вич|[иь]ич|ьич|инич|йович|[оеи]вн|иничн|їчн)[а-яіїєё]{0,4}$|(?:[oey]vich|[oey]vych|[oe]vna|ivna|inichna)$/u;

/** True for a folded word that says whose child somebody is: "Lvovich". */
export const isPatronymic = (folded: string): boolean => patronymic.test(folded);

const initialsBefore = /(?<![\p{L}\p{M}.])\p{Lu}\.\s?(?:\p{Lu}\.\s?){1,2}$/u;
const namesBefore = /(?<![\p{L}\p{M}-])(\p{Lu}\p{Ll}+)\s(\p{Lu}\p{Ll}+)\s$/u;

/** False for nearly every place, without a look at more than the letters before it. */
function mayFollow(text: string, start: number): boolean {
  const [letter, next] = [text.charCodeAt(start - 1), text.charCodeAt(start - 2)];
  if (letter === 0x2e || (letter === 0x20 && next === 0x2e)) return true;
  if (letter !== 0x20 && letter !== 0x0a) return false;
  return next >= 0x400 || /^(?:[iy]ch|[hv]na)$/u.test(text.slice(start - 4, start - 1));
}

/** A case of a given name shares all but its end with it. */
const isCaseOf = (written: string, given: string): boolean => {
  const stem = given.slice(0, Math.max(2, given.length - 2));
  return written.startsWith(stem) && Math.abs(written.length - given.length) < 4;
};

/**
 * A surname with what its bearer is given before it, where the name we know lacks it: initials of
 * two names ("A. L. Lund"), or a patronymic. Those whose given name it is not are no owners.
 */
export function withGivenBefore(
  text: string,
  hit: ClaimHit,
  givenOf: (actor: number) => string | undefined,
): ClaimHit {
  if (!mayFollow(text, hit.start)) return hit;
  if (!hit.values.some(({ form, kind }) => form === 'short' && kind === 'person')) return hit;
  const ahead = text.slice(Math.max(0, hit.start - 50), hit.start);
  const initials = initialsBefore.exec(ahead)?.[0];
  if (initials !== undefined) {
    const letter = foldWord(initials.charAt(0));
    return owned(hit, initials, 'initials', (given) => given.startsWith(letter));
  }
  const [names, first = '', second = ''] = namesBefore.exec(ahead) ?? [];
  if (names === undefined || !isPatronymic(foldWord(second))) return hit;
  return owned(hit, names, 'full', (given) => isCaseOf(foldWord(first), given));

  function owned(
    { start, values, ...rest }: ClaimHit,
    before: string,
    form: Claim['form'],
    fits: (given: string) => boolean,
  ): ClaimHit {
    const theirs = values.filter(({ actor }) => fits((actor !== null && givenOf(actor)) || ' '));
    if (theirs.length === 0) return hit;
    const claims = theirs.map((claim): Claim =>
      Object.assign({}, claim, { form, length: claim.length + 1 }),
    );
    return { ...rest, start: start - before.length, values: claims, inflected: false };
  }
}
