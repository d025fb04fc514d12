import { stateNamed, stateOfCapital } from '../states.ts';
import { cities, citiesOfTwoWords } from './lexicon.ts';

/** True for names that lists know as places. */
export function isKnownPlace(name: string): boolean {
  return isListed(name) || (direction.test(name) && isListed(name.replace(direction, '')));
}

/** "East Jerusalem", "Northern Mali": a part of a place is a place. */
const direction = /^(?:(?:North|South|East|West)(?:ern)?|Central|Upper|Lower)\s/u;

function isListed(name: string): boolean {
  if (stateNamed(name) !== undefined || stateOfCapital(name) !== undefined) return true;
  const folded = name.toLowerCase().replaceAll('.', '');
  const joined = folded.replaceAll(' ', '-');
  return cities.has(joined) || citiesOfTwoWords.has(joined);
}

/** Short forms of American states as news writes them after a town: "Ala.", "N.D.", "ND". */
export const isStateShort = (name: string): boolean =>
  /^(?:\p{Lu}\p{Ll}{1,4}\.|\p{Lu}\.\p{Lu}\.?|\p{Lu}{2})$/u.test(name) &&
  stateShorts.has(name.toLowerCase().replaceAll('.', ''));

const stateShorts: ReadonlySet<string> = new Set(
  `ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev
  nh nj nm ny nc nd okla ore pa ri sc sd tenn tex va vt wash wva wis wyo dc al ak az ar ca co ct de
  fl hi id il ia ks ma mi mn ms mt ne nv oh ok or pr tn tx ut wa wv wi wy ont que bc`.split(/\s+/u),
);
