import type { ActorKind } from '../../model/actor.ts';
import { character } from './characters.ts';
import { isPatronymic } from './given-before.ts';
import type { PatternWord } from './matcher.ts';
import {
  doubleSurname,
  givenAlone,
  isFamilyFirst,
  parsePersonName,
  surnames,
  unitKey,
  type NameUnit,
  type PersonName,
} from './person-name.ts';
import { nameWords } from './words.ts';

/** A way a name may be written. */
export interface NamePattern {
  readonly words: readonly PatternWord[];
  /**
   * `full` stands for its owner wherever it is; `short` as the rules for surnames allow; `given` and
   * `initials` only in an article that has the full name.
   */
  readonly form: 'full' | 'short' | 'given' | 'initials';
  /** Counts only before a title that follows names: "田中" in "田中首相". */
  readonly needsTitle: boolean;
}

const flat = (units: readonly NameUnit[]): PatternWord[] =>
  units.flat().map(({ folded, letters }) => ({ folded, letters }));

/** "Han-bit" or "Han Bit" written as one word. */
function joined(words: readonly PatternWord[]): PatternWord {
  return {
    folded: words.map((word) => word.folded).join(''),
    letters: words[0]?.letters ?? 'none',
  };
}

/** The given names of a name that puts the family first may be written as one word. */
function joinedForms(units: readonly NameUnit[]): PatternWord[][] {
  const forms: PatternWord[][] = [];
  units.forEach((unit, index) => {
    if (unit.length < 2) return;
    forms.push([...flat(units.slice(0, index)), joined(unit), ...flat(units.slice(index + 1))]);
  });
  const [first, second, third] = units;
  if (units.length === 3 && second?.length === 1 && third?.length === 1 && first !== undefined) {
    const [short] = surnames({ units });
    if (short === first) forms.push([...flat([first]), joined([...second, ...third])]);
  }
  return forms;
}

/** "A. Lund", "A. B. Lund" and "A.B. Lund" of "Ada Bea Lund", where the family name comes last. */
function initialForms(person: PersonName): PatternWord[][] {
  const given = person.units.slice(0, -1);
  const family = person.units.at(-1);
  const [short] = surnames(person);
  if (family === undefined || short !== family || isFamilyFirst(unitKey(family))) return [];
  const initials = given.map((unit): PatternWord => ({
    folded: Array.from(unit[0]?.folded ?? '')[0] ?? '',
    letters: 'initial',
  }));
  const written = {
    folded: initials.map(({ folded }) => folded).join(''),
    letters: 'upper',
  } as const;
  const surname = flat([family]);
  const one = initials.slice(0, 1).concat(surname);
  return initials.length > 1 ? [one, initials.concat(surname), [written, ...surname]] : [one];
}

const wordsOf = (name: string): PatternWord[] =>
  nameWords(name).map(({ folded, letters }) => ({ folded, letters }));

/** What follows a family name alone decides: a name in characters has no visible parts. */
const beforeTitle = (words: readonly PatternWord[]): NamePattern => ({
  words,
  form: 'short',
  needsTitle: true,
});

/** Names in Chinese characters, kana and Hangul: the family first, or parts set off by a dot. */
function unspacedPatterns(name: string): NamePattern[] {
  const words = wordsOf(name);
  const parts = name.split(/[\s・·•＝]+/u).filter((part) => part !== '');
  const full: NamePattern = { words, form: 'full', needsTitle: false };
  const [family = '', ...given] = parts;
  if (given.length === 0) {
    const lengths = words.length > 4 ? [2, 3] : words.length === 4 ? [2] : [1, 2];
    return [
      full,
      ...lengths
        .filter((length) => length < words.length)
        .map((length) => beforeTitle(words.slice(0, length))),
    ];
  }
  const isForeign = /[・·•＝]/u.test(name) || /\p{Script=Katakana}/u.test(family);
  const alone = wordsOf(isForeign ? (given.at(-1) ?? '') : family);
  if (alone.length < 2) return [full, beforeTitle(alone)];
  return [full, { words: alone, form: 'short', needsTitle: false }];
}

function personPatterns(name: string): NamePattern[] {
  const person = parsePersonName(name);
  const { units } = person;
  if (units.some((unit) => unit[0]?.script !== character.word)) return unspacedPatterns(name);
  const orders: (readonly NameUnit[])[] =
    units.length > 1
      ? [
          units,
          [...units.slice(-1), ...units.slice(0, -1)],
          [...units.slice(1), ...units.slice(0, 1)],
        ]
      : [units];
  const [first, middle, last] = units;
  if (units.length === 3 && first && middle && last && isPatronymic(unitKey(middle)))
    orders.push([first, last], [last, first]);
  const full = orders.flatMap((order) => [flat(order)].concat(joinedForms(order)));
  const pattern =
    (form: NamePattern['form']) =>
    (words: readonly PatternWord[]): NamePattern => ({ words, form, needsTitle: false });
  const double = doubleSurname(person);
  const short = surnames(person)
    .map((unit) => flat([unit]))
    .concat(double.length === 0 ? [] : [flat(double)])
    .map(pattern('short'));
  if (person.suffix === '') {
    const given = givenAlone(person).map((unit) => pattern('given')(flat([unit])));
    const initials = initialForms(person).map(pattern('initials'));
    return [...full.map(pattern('full')), ...short, ...given, ...initials];
  }
  // Without the suffix the name is as much his father's.
  const suffix: PatternWord = { folded: person.suffix, letters: 'capital' };
  return [
    ...full.map((words) => pattern('full')([...words, suffix])),
    ...full.map(pattern('short')),
    ...short,
  ];
}

/** The words in their order, without an article before them. */
export function asWritten(name: string): NamePattern {
  const words = wordsOf(name);
  const [first] = words;
  const named = words.length > 1 && first?.folded === 'the' ? words.slice(1) : words;
  return { words: named, form: 'full', needsTitle: false };
}

/** Every way an actor's name may be written in a text, each once. */
export function namePatterns(kind: ActorKind, name: string): NamePattern[] {
  const patterns = kind === 'person' ? personPatterns(name) : [asWritten(name)];
  const seen = new Set<string>();
  return patterns.filter(({ words }) => {
    const key = words.map((word) => word.folded).join(' ');
    return words.length > 0 && !seen.has(key) && seen.add(key);
  });
}
