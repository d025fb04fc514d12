import type { FoundName } from './find/find-names.ts';
import { isKnownOrganisation } from './find/known-organisations.ts';
import { legalForms, organisationWords } from './find/lexicon.ts';
import { isKnownPlace, isStateShort } from './find/known-places.ts';
import { stateOfDemonym } from './states.ts';
import { nameWords } from './words.ts';

/** What a short form of an organisation's name stands for in its text. */
export interface ShortForm {
  readonly name: FoundName;
  /** The short form alone says who is meant in other texts too: "WHO", but not "the Ministry". */
  readonly isTelling: boolean;
}

/** The words that make up initials: no joining words, no legal form. */
const initialsOf = ({ text }: FoundName): string =>
  nameWords(text)
    .filter(({ letters, folded }) => letters !== 'lower' && !legalForms.has(folded))
    .map(({ folded }) => folded[0] ?? '')
    .join('');

/** Without the dots of "U.N." */
const acronymOf = ({ text }: FoundName): string | undefined =>
  /^(?:\p{Lu}\.?){2,8}$/u.test(text) && !isKnownPlace(text) && !isStateShort(text)
    ? text.replaceAll('.', '').toLowerCase()
    : undefined;

const isPlace = (words: string) => isKnownPlace(words) || stateOfDemonym(words) !== undefined;

/** "Republicans", "Guards": those in another body are not all of them. */
const isPlural = (part: string) => /[^s]s$/u.test(part);

/**
 * The first and the last words a name may be called by: "Harbour" and "Ministry" of "Harbour
 * Ministry". What lists know by itself is no part of another: "NATO" of "NATO Academy"; but a place
 * before it is left out: "Norwegian Congress", "Bergen Guards".
 */
function partsOf({ text }: FoundName): string[] {
  const words = nameWords(text);
  if (words.length > mostWords) return [];
  const parts = new Set<string>();
  for (let index = 1; index < words.length; index += 1) {
    const first = text.slice(0, words[index - 1]?.end);
    const last = text.slice(words[index]?.start);
    if (!isPlace(first) && !isKnownOrganisation(first) && !isUpper(first)) parts.add(first);
    const isItself = (isKnownOrganisation(last) || isPlural(last)) && !isPlace(first);
    if (!isItself && !isUpper(last) && !legalForms.has(last.toLowerCase())) parts.add(last);
  }
  return [...parts].map((part) => keyOf(part));
}

/** What is longer is a list of names, of which no part is a short form. */
const mostWords = 16;

const keyOf = (part: string) =>
  nameWords(part)
    .map(({ folded }) => folded)
    .join(' ');
const isUpper = (part: string) => /^[\p{Lu}.]+$/u.test(part);

/** The longer names that a word could be short for, each name once. */
class LongNames {
  readonly #byShort = new Map<string, Map<string, FoundName>>();

  add(short: string, name: FoundName): void {
    const same = this.#byShort.get(short) ?? new Map<string, FoundName>();
    this.#byShort.set(short, same.set(name.key, name));
  }

  /** The one that is meant; undefined where several could be. */
  only(short: string): FoundName | undefined {
    const same = this.#byShort.get(short);
    return same?.size === 1 ? [...same.values()][0] : undefined;
  }
}

/**
 * Which organisation a short form stands for in a text. An acronym: the one it follows in brackets
 * ("World Health Organization (WHO)"), or else the only one with those initials. Other words: the
 * only one whose name begins or ends with them.
 */
export function shortFormsIn(
  text: string,
  names: readonly FoundName[],
): ReadonlyMap<FoundName, ShortForm> {
  const bracketed = new Map<string, FoundName>();
  const byInitials = new LongNames();
  const byPart = new LongNames();
  names.forEach((name, index) => {
    if (name.kind !== 'organisation' || !name.key.includes(' ')) return;
    const initials = initialsOf(name);
    byInitials.add(initials, name);
    for (const part of partsOf(name)) byPart.add(part, name);
    const next = names[index + 1];
    const isBracketed =
      next !== undefined &&
      /^\s?\($/u.test(text.slice(name.end, next.start)) &&
      text[next.end] === ')' &&
      acronymOf(next) === initials;
    if (isBracketed) bracketed.set(next.key, name);
  });
  const found = new Map<FoundName, ShortForm>();
  const byKey = new Map<string, FoundName>();
  for (const name of names) {
    if (name.kind === 'person') continue;
    const initials = acronymOf(name);
    const acronym =
      initials === undefined ? undefined : (bracketed.get(name.key) ?? byInitials.only(initials));
    const meant = acronym ?? (name.kind === 'organisation' ? byPart.only(name.key) : undefined);
    if (meant === undefined) continue;
    const isTelling = acronym !== undefined || !isGeneral(name);
    found.set(name, { name: meant, isTelling });
    byKey.set(name.key, meant);
  }
  // "The Board" of the "Harbour Board" of the "Lund Harbour Board".
  for (const [short, { name, isTelling }] of found) {
    let whole = name;
    const seen = new Set([short.key]);
    for (let next = byKey.get(name.key); next !== undefined; next = byKey.get(next.key)) {
      if (seen.has(next.key)) break;
      seen.add(next.key);
      whole = next;
    }
    found.set(short, { name: whole, isTelling });
  }
  return found;
}

/** Made of words that many organisations are called by: "Ministry", "High Court". */
const isGeneral = ({ key }: FoundName): boolean =>
  key.split(' ').some((word) => organisationWords.has(word));
