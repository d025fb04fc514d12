import type { NameWord } from './words.ts';

/** What a word ends in, and what stands there in a dictionary instead. Folded. */
type Endings = readonly (readonly [ending: string, inDictionary: readonly string[]])[];

const each = (endings: string, ...inDictionary: string[]): Endings =>
  endings.split(' ').map((ending) => [ending, inDictionary]);

/** Declined as nouns and as adjectives; "Marek" loses its e: "Marka". */
const polish: Endings = [
  ...each('iego iemu im', 'i'),
  ...each('iej', 'a'),
  ...each('ego emu', '', 'y'),
  ...each('ym', 'y'),
  ...each('ej', 'a'),
  ...each('owi u iem em', ''),
  ...each('kowi ku kiem ka', 'ek', 'iek'),
  ...each('cowi cu cem ca', 'ec', 'iec'),
  ...each('lowi lu lem la', 'el'),
  ...each('rowi ru rem ra', 'er'),
  ...each('dzie', 'd', 'da'),
  ...each('cie', 't', 'ta'),
  ...each('rze', 'r', 'ra'),
  ...each('dze', 'ga'),
  ...each('ce', 'ka', 'ko'),
  ...each('ki', 'ka', 'ko'),
  ...each('ie', '', 'a'),
  ...each('a', ''),
  ...each('e y i o', 'a'),
  ...each('e', ''),
];

const czech: Endings = [
  ...each('eho emu ym em', 'y'),
  ...each('iho imu im', 'i'),
  ...each('ove ovou', 'ova'),
  ...each('e ou', 'a'),
  ...each('ovi', '', 'a', 'o'),
  ...each('kovi ku kem ka', 'ek'),
  ...each('covi ci cem ce', 'ec'),
  ...each('lovi lu lem la', 'el'),
  ...each('em', '', 'e'),
  ...each('ce', 'ka'),
  ...each('ze', 'ga', 'ha'),
  ...each('ii', 'ie'),
  ...each('a u i e', ''),
  ...each('y u', 'a'),
];

/** After a vowel; after a consonant there is an i before them ("Lundin"). */
const finnishEndings = 'n a ssa sta lla lta lle ksi na an en in on un yn hon han hin hen'.split(
  ' ',
);
const finnish: Endings = [
  ...finnishEndings.map((ending) => [ending, ['']] as const),
  ...finnishEndings.map((ending) => [`i${ending}`, ['']] as const),
  ...each('sen sta sessa sesta sella selta selle seen seksi sena', 'nen'),
  ...each('en esta ella elta elle essa', 'i', 'ki'),
  ...each('nteen nnetta nteella nteelle nteelta nteesta', 'nne'),
];

/** All but the vowels that go with those of the word; "-val" takes the consonant before it. */
const hungarian: Endings = [
  ...each('nak nek t at et ot ba be ban ben bol ra re rol on en ig ert kent', ''),
  ...each('hoz hez nal nel tol val vel ek e', ''),
];

/** "Lunds": no apostrophe but after s, x, z. */
const germanic: Endings = [['s', ['']]];

const tables: Readonly<Record<string, Endings>> = {
  de: germanic,
  nl: germanic,
  sv: germanic,
  nb: germanic,
  no: germanic,
  da: germanic,
  pl: polish,
  cs: czech,
  sk: czech,
  fi: finnish,
  hu: hungarian,
};

/** Languages (ISO 639-1) in Latin letters whose names stand in cases that are read. */
export const caseLanguages: readonly string[] = Object.keys(tables);

/** What is shorter may be the beginning of any word. */
const shortest = 3;

/** "Jukan" of "Jukka": a double consonant is single in a closed syllable. */
const doubled = (stem: string): string[] => {
  const [, before, consonant, vowel] = /^(.*[aeiouy])([kpt])([aeiouy])$/u.exec(stem) ?? [];
  return consonant === undefined ? [] : [`${before}${consonant}${consonant}${vowel}`];
};

/** "Lunddal" of "Lund", "-sszal" of "-sz": the consonant before it twice, then "-al" or "-el". */
function assimilated(folded: string): string[] {
  const [, before, letter, other] = /^(.*)([cglnstz])\2([sylz])[ae]l$/u.exec(folded) ?? [];
  if (before !== undefined) return [`${before}${letter}${other}`];
  const [, stem = '', last, same] = /^(.*?([^aeiou]))([^aeiou])[ae]l$/u.exec(folded) ?? [];
  return last !== undefined && last === same ? [stem] : [];
}

/**
 * The words a capitalised word of a text may be a case of, by its language: folded, without the
 * word itself. From grammars; no list of names.
 */
export function dictionaryForms(language: string, folded: string): string[] {
  const found = new Set<string>();
  const add = (form: string) => {
    if (form.length >= shortest) found.add(form);
  };
  for (const [ending, inDictionary] of tables[language] ?? []) {
    const stem = folded.slice(0, -ending.length);
    if (stem.length < 2 || !folded.endsWith(ending)) continue;
    for (const last of inDictionary) {
      add(stem + last);
      if (language === 'fi') for (const form of doubled(stem + last)) add(form);
    }
  }
  if (language === 'hu') for (const form of assimilated(folded)) add(form);
  found.delete(folded);
  return [...found];
}

/** A word as what it may be a case of, with the language of its text. Never of an acronym. */
export function casesOf(language: string, word: NameWord): NameWord[] {
  if (word.letters !== 'capital' || !/^\p{Script=Latin}+$/u.test(word.folded)) return [];
  const forms = dictionaryForms(language, word.folded);
  return Array.from(forms, (folded) => ({ ...word, folded, inflected: true }));
}

/** What every case of a folded word begins with. */
export const commonBeginning = (folded: string): string =>
  folded.slice(0, Math.max(shortest, folded.length - 3));
