import type { TextRange } from '../../model/ranges.ts';
import type { FoundName } from './find/find-names.ts';
import { GroupBook, type NameGroup } from './group-book.ts';
import { identity } from './identity.ts';
import { parsePersonName, shortKeys, surnames, unitKey } from './person-name.ts';
import { shortFormsIn } from './short-forms.ts';
import { alikeNames } from './variants.ts';

export type { NameGroup } from './group-book.ts';

/** A text and the names found in it, in order. */
export interface NamedText {
  readonly id: string;
  readonly text: string;
  readonly names: readonly FoundName[];
}

/** Who bears a word of a name: the groups of people, by the word, and where each is first named. */
class Bearers {
  readonly #groups = new Map<string, Map<string, number>>();

  add(word: string, group: string, start: number): void {
    const known = this.#groups.get(word) ?? new Map<string, number>();
    this.#groups.set(word, known);
    if (!known.has(group)) known.set(group, start);
  }

  /** The groups of those who bear it, as far as they are still apart. */
  of(word: string, book: GroupBook): Set<string> {
    return new Set([...(this.#groups.get(word)?.keys() ?? [])].map((one) => book.current(one)));
  }

  /**
   * Of several who bear it, those a reader has met before `offset`: until the sister is named, the
   * surname is her brother's. All of them where none has been named yet.
   */
  before(word: string, offset: number, book: GroupBook): Set<string> {
    const known = [...(this.#groups.get(word) ?? [])].filter(([, start]) => start < offset);
    return known.length === 0
      ? this.of(word, book)
      : new Set(known.map(([one]) => book.current(one)));
  }
}

/** "The elder Moss", "the first President Moss": said to tell a bearer of the name from another. */
const isOtherBearer = (text: string, start: number): boolean =>
  /\bthe\s(?:first|second|elder|older|younger|senior|junior)\s(?:\p{L}+\s){0,2}$/iu.test(
    text.slice(Math.max(0, start - 50), start),
  );

interface LooseName extends TextRange {
  readonly key: string;
  readonly text: string;
  readonly articleId: string;
}

/**
 * Groups names by who is named. A person's words may stand in either order; in one article initials,
 * middle names and short forms may differ. A word alone is the one person of its article whose
 * surname, or else given name, it is, or the only one of all articles with that surname; one that
 * could be several people is in no group.
 */
export function groupNames(texts: readonly NamedText[]): NameGroup[] {
  const book = new GroupBook();
  const everywhere = new Bearers();
  const surnamesIn = new Map<string, Bearers>();
  const givenNamesIn = new Map<string, Bearers>();
  const loose: LooseName[] = [];
  for (const { id, text, names } of texts) {
    const [bySurname, byGivenName] = [new Bearers(), new Bearers()];
    surnamesIn.set(id, bySurname);
    givenNamesIn.set(id, byGivenName);
    const people = new Map<string, string>();
    const shortForms = shortFormsIn(text, names);
    for (const name of names) {
      const { start, end } = name;
      const person = parsePersonName(name.text);
      if (name.kind === 'person' && person.units.length === 1) {
        const key = unitKey(person.units[0] ?? []);
        loose.push({
          start,
          end,
          key: isOtherBearer(text, start) ? `other ${key}` : key,
          text: name.text,
          articleId: id,
        });
        continue;
      }
      const shortForm = shortForms.get(name);
      const { kind, keys } = identity(shortForm?.name ?? name);
      const group = book.groupFor(kind, keys);
      const place = { articleId: id, start, end };
      if (shortForm?.isTelling === false) book.addPlace(group, place);
      else book.add(group, kind, name.text, place);
      if (kind !== 'person') continue;
      people.set(name.text, group);
      const certain = surnames(person);
      for (const word of shortKeys(certain)) {
        bySurname.add(word, group, start);
        everywhere.add(word, group, start);
      }
      const given = person.units.filter((unit, index) => index === 0 && !certain.includes(unit));
      for (const word of shortKeys(given)) byGivenName.add(word, group, start);
    }
    joinVariants(people, book);
  }
  for (const { key, text, ...place } of loose) {
    const { articleId, start } = place;
    const inArticle = surnamesIn.get(articleId)?.before(key, start, book) ?? new Set();
    const byGivenName = givenNamesIn.get(articleId)?.before(key, start, book) ?? new Set();
    const owners = [inArticle, byGivenName, everywhere.of(key, book)].find(({ size }) => size > 0);
    if (owners === undefined) book.add(book.groupFor('person', [key]), 'person', text, place);
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
