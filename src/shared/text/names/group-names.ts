import type { TextRange } from '../../model/ranges.ts';
import type { FoundName } from './find/find-names.ts';
import { isNamesake } from './elsewhere.ts';
import { GroupBook, type NameGroup } from './group-book.ts';
import { identity } from './identity.ts';
import { parsePersonName, shortKeys, surnames, unitKey } from './person-name.ts';
import { shortFormsIn } from './short-forms.ts';
import { alikeNames } from './variants.ts';

export type { NameGroup } from './group-book.ts';

/** Who bears a word of a name: the groups of people, by the word, and where each is first named. */
class Bearers {
  readonly #groups = new Map<string, Map<string, number>>();

  add(word: string, group: string, start: number): void {
    const known = this.#groups.get(word) ?? new Map<string, number>();
    this.#groups.set(word, known);
    if (!known.has(group)) known.set(group, start);
  }

  /**
   * The groups of those who bear it, as far as they are still apart. Of several those a reader has
   * met before `offset`: until the sister is named, the surname is her brother's. All of them where
   * none has been named yet.
   */
  before(word: string, offset: number, book: GroupBook): Set<string> {
    const all = [...(this.#groups.get(word) ?? [])];
    const known = all.filter(([, start]) => start < offset);
    return new Set((known.length === 0 ? all : known).map(([one]) => book.current(one)));
  }
}

interface LooseName extends TextRange {
  readonly key: string;
  readonly text: string;
}

/**
 * Groups the names of a text by who is named. A person's words may stand in either order; initials,
 * middle names and short forms may differ. A word alone is the one person whose surname, or else
 * given name, it is; one that could be several people is in no group. Over several texts see
 * `joinNames`.
 */
export function groupNames(text: string, names: readonly FoundName[]): NameGroup[] {
  const book = new GroupBook();
  const [bySurname, byGivenName] = [new Bearers(), new Bearers()];
  const loose: LooseName[] = [];
  const people = new Map<string, string>();
  const shortForms = shortFormsIn(text, names);
  for (const name of names) {
    const { start, end } = name;
    const place = { start, end };
    const person = parsePersonName(name.text);
    if (name.kind === 'person' && person.units.length === 1) {
      const key = unitKey(person.units[0] ?? []);
      if (isNamesake(text, start)) book.addNamesake(key, name.text, place);
      else loose.push({ ...place, key, text: name.text });
      continue;
    }
    const shortForm = shortForms.get(name);
    const { kind, keys } = identity(shortForm?.name ?? name);
    const group = book.groupFor(kind, keys);
    if (shortForm?.isTelling === false) book.addPlace(group, place);
    else book.add(group, kind, name.text, place);
    if (kind !== 'person') continue;
    people.set(name.text, group);
    const certain = surnames(person);
    for (const word of shortKeys(certain)) bySurname.add(word, group, start);
    const given = person.units.filter((unit, index) => index === 0 && !certain.includes(unit));
    for (const word of shortKeys(given)) byGivenName.add(word, group, start);
  }
  joinVariants(people, book);
  for (const { key, text: name, ...place } of loose) {
    const owners = [bySurname, byGivenName]
      .map((bearers) => bearers.before(key, place.start, book))
      .find(({ size }) => size > 0);
    if (owners === undefined) book.add(book.groupFor('person', [key]), 'person', name, place);
    else if (owners.size === 1) book.addPlace([...owners][0] ?? '', place);
  }
  return book.groups();
}

/** Joins the people of one article whose names may be one person's, where only one other can be meant. */
function joinVariants(people: ReadonlyMap<string, string>, book: GroupBook): void {
  const alikeTo = alikeNames(people.keys());
  for (const [name, alike] of alikeTo) {
    const all = new Set([name, ...alike]);
    const isOne = alike.every((other) => {
      const known = alikeTo.get(other) ?? [];
      return known.length === alike.length && known.every((third) => all.has(third));
    });
    if (!isOne) continue;
    for (const other of alike) book.join(people.get(name) ?? '', people.get(other) ?? '');
  }
}
