import { character } from './characters.ts';
import { areSameGivenName } from './nicknames.ts';
import { doubleSurname, parsePersonName, type NameUnit, type PersonName } from './person-name.ts';

const key = (unit: NameUnit | undefined) => unit?.map(({ folded }) => folded).join(' ') ?? '';

/** The same word, or the initial of the other. */
const agree = (a: string, b: string) =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

/** Middle names agree where one side has none, or each agrees with its counterpart. */
function middlesAgree(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  return a.length === b.length && a.every((word, index) => agree(word, b[index] ?? ''));
}

/** "Suu Kyi" beside "Aung San Suu Kyi". */
function isSurnameOf({ units }: PersonName, other: PersonName): boolean {
  const surname = doubleSurname(other);
  return (
    surname.length > 0 &&
    units.length === 2 &&
    units.map(key).join(' ') === surname.map(key).join(' ')
  );
}

/**
 * True for two full names that may be one person's within one article: the same surname, and given
 * names that agree but for initials, middle names and short forms ("Bob", "Robert J."), or one is the
 * surname of two words of the other. In a whole
 * library they prove nothing: two presidents may share all that.
 */
function mayBeOnePerson(a: PersonName, b: PersonName): boolean {
  if (isSurnameOf(a, b) || isSurnameOf(b, a)) return true;
  const [first, second] = [key(a.units[0]), key(b.units[0])];
  if (!agree(first, second) && !areSameGivenName(first, second)) return false;
  const middles = ({ units }: PersonName) => units.slice(1, -1).map(key);
  return middlesAgree(middles(a), middles(b));
}

/** So many people with one surname are told apart by nothing that is left of a name. */
const mostNamesakes = 64;

/** For each of some people's names the others that may be the same person's in their article. */
export function alikeNames(names: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const namesakes = new Map<string, { name: string; person: PersonName }[]>();
  for (const name of names) {
    const person = parsePersonName(name);
    const last = person.units.at(-1);
    // A character of a script without spaces is no name by itself.
    if (person.units.length < 2 || last?.[0]?.script !== character.word) continue;
    const surname = `${key(last)} ${person.suffix}`;
    const same = namesakes.get(surname) ?? [];
    same.push({ name, person });
    namesakes.set(surname, same);
  }
  const found = new Map<string, readonly string[]>();
  for (const same of namesakes.values()) {
    if (same.length > mostNamesakes) continue;
    for (const one of same) {
      const alike = same.filter(
        (other) => other !== one && mayBeOnePerson(one.person, other.person),
      );
      found.set(
        one.name,
        alike.map(({ name }) => name),
      );
    }
  }
  return found;
}
