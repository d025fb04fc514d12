import { stateNamed, stateOfCapital } from '../states.ts';
import { cities, citiesOfTwoWords } from './lexicon.ts';

/** True for names that lists know as places. */
export function isKnownPlace(name: string): boolean {
  if (stateNamed(name) !== undefined || stateOfCapital(name) !== undefined) return true;
  const folded = name.toLowerCase().replaceAll('.', '');
  const joined = folded.replaceAll(' ', '-');
  return cities.has(joined) || citiesOfTwoWords.has(joined);
}
