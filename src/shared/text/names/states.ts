import { countries } from 'countries-list';
import nationalities from 'i18n-nationality/langs/en.json' with { type: 'json' };
import { foldWord } from './fold-word.ts';
import { nameWords } from './words.ts';

/**
 * States by ISO 3166-1 code, from countries-list (MIT: names, capitals), i18n-nationality
 * (MIT: demonyms) and `Intl.DisplayNames` (CLDR: names in every language).
 */
export interface State {
  readonly code: string;
  /** The common English name. */
  readonly name: string;
  /** Other English names and abbreviations. */
  readonly otherNames: readonly string[];
  /** "Japanese"; plurals and irregular forms too. */
  readonly demonyms: readonly string[];
  readonly capital: string;
}

/** Names news uses that the data sets lack. */
const commonNames: Readonly<Record<string, readonly string[]>> = {
  AE: ['UAE', 'Emirates'],
  BA: ['Bosnia'],
  CD: ['DR Congo', 'DRC', 'Zaire', 'Congo'],
  CI: ['Ivory Coast'],
  CN: ["People's Republic of China", 'PRC', 'Mainland China'],
  CZ: ['Czech Republic', 'Czechia'],
  GB: ['Great Britain', 'Britain', 'U.K.'],
  KP: ['DPRK', 'N. Korea', "Democratic People's Republic of Korea"],
  KR: ['ROK', 'S. Korea', 'Republic of Korea'],
  MK: ['Macedonia'],
  MM: ['Burma'],
  NL: ['Holland', 'The Netherlands'],
  PS: ['Gaza Strip', 'West Bank'],
  RU: ['Russian Federation'],
  SY: ['Syrian Arab Republic'],
  SZ: ['Swaziland'],
  TR: ['Turkey'],
  US: ['United States of America', 'U.S.', 'USA', 'U.S.A.', 'America'],
  VA: ['Vatican', 'Holy See'],
};

/** Demonyms that the data set lacks or spells another way. */
const commonDemonyms: Readonly<Record<string, readonly string[]>> = {
  AF: ['Afghans'],
  AR: ['Argentine', 'Argentinian'],
  BA: ['Bosnian', 'Bosnians'],
  CD: ['Congolese'],
  DK: ['Danes', 'Dane'],
  ES: ['Spaniard', 'Spaniards'],
  FI: ['Finn', 'Finns'],
  FR: ['Frenchman', 'Frenchmen', 'Frenchwoman'],
  GB: ['Briton', 'Britons', 'English', 'Scottish', 'Welsh'],
  IE: ['Irishman', 'Irishmen'],
  IL: ['Israelis'],
  KP: ['North Korean', 'North Koreans'],
  KR: ['South Korean', 'South Koreans'],
  NL: ['Dutchman', 'Dutchmen'],
  PH: ['Filipino', 'Filipinos', 'Philippine'],
  PL: ['Pole', 'Poles'],
  PS: ['Palestinian', 'Palestinians'],
  SA: ['Saudi', 'Saudis'],
  SE: ['Swede', 'Swedes'],
  TH: ['Thais'],
  TR: ['Turk', 'Turks'],
  US: ['American', 'Americans'],
};

const display = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const short = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none', style: 'short' });
const demonymByCode: Readonly<Record<string, string>> = nationalities.nationalities;

const plain = (name: string) =>
  name
    .replace(/ SAR China$/u, '')
    .replaceAll('&', 'and')
    .replaceAll('’', "'");

function namesOf(code: string, name: string): string[] {
  const long = display.of(code) ?? name;
  const inBrackets = /^(.*?) \((.*)\)$/u.exec(long);
  const shown = inBrackets === null ? [long] : [inBrackets[1] ?? '', inBrackets[2] ?? ''];
  const all = [name, ...shown, short.of(code) ?? name, ...(commonNames[code] ?? [])];
  return [...new Set(all.map(plain))].filter((item) => !item.includes(' - '));
}

function demonymsOf(code: string, name: string): string[] {
  const given = demonymByCode[code] ?? '';
  const usable = /^[\p{L}\s-]+$/u.test(given) && given !== name && !given.includes(' - ');
  const singular = usable ? [given] : [];
  const plural = singular.filter((item) => /[ain]$/u.test(item)).map((item) => `${item}s`);
  return [...new Set([...singular, ...plural, ...(commonDemonyms[code] ?? [])])];
}

let table: readonly State[] | undefined;

/** All states and territories with an ISO code. */
function states(): readonly State[] {
  table ??= Object.entries(countries).map(([code, { name, capital }]) => {
    const [first = name, ...otherNames] = namesOf(code, name);
    return { code, name: first, otherNames, demonyms: demonymsOf(code, name), capital };
  });
  return table;
}

/** Every name of every state. */
export const stateNames = (): string[] =>
  states().flatMap(({ name, otherNames }) => [name].concat(otherNames));

/** The same words are asked for again and again while a text is read. */
const lately = new Map<string, string>();
const mostKept = 4096;

function key(name: string): string {
  const known = lately.get(name);
  if (known !== undefined) return known;
  if (lately.size >= mostKept) lately.clear();
  const folded = nameWords(name)
    .map((word) => word.folded)
    .join(' ');
  lately.set(name, folded);
  return folded;
}

function indexed(select: (state: State) => readonly string[]): () => Map<string, State> {
  let index: Map<string, State> | undefined;
  return () =>
    (index ??= new Map(
      states().flatMap((state) => select(state).map((name) => [key(name), state] as const)),
    ));
}

const byName = indexed(({ name, otherNames }) => [name, ...otherNames]);
const byDemonym = indexed(({ demonyms }) => demonyms);
const byCapital = indexed(({ capital }) => (capital === '' ? [] : [capital]));

const unspacedLanguages = ['ja', 'zh', 'zh-Hant', 'ko'];

/** Names news uses in these languages that CLDR lacks. */
const commonUnspaced: Readonly<Record<string, readonly string[]>> = {
  CN: ['中国', '중국'],
  GB: ['英国', '영국'],
  KP: ['北朝鮮', '朝鲜', '북한'],
  KR: ['韓国', '韩国', '南韓', '한국'],
  RU: ['露西亜', '俄国', '俄罗斯', '러시아'],
  US: ['米国', 'アメリカ', '美国', '美國', '미국'],
};

let unspaced: ReadonlyMap<string, State> | undefined;

/** States by their names in Japanese, Chinese and Korean. */
export const unspacedStateNames = (): ReadonlyMap<string, State> =>
  (unspaced ??= new Map([
    ...unspacedLanguages.flatMap((language) => {
      const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
      return states().flatMap((state) => {
        const name = names.of(state.code);
        return name === undefined || name.length < 2 ? [] : [[name, state] as const];
      });
    }),
    ...states().flatMap((state) =>
      (commonUnspaced[state.code] ?? []).map((name) => [name, state] as const),
    ),
  ]));

/** The state with that name; written in any case, with or without dots and accents. */
export const stateNamed = (name: string): State | undefined =>
  byName().get(key(name)) ?? unspacedStateNames().get(name);
/** The state whose people or language the word names. */
export const stateOfDemonym = (name: string): State | undefined => byDemonym().get(key(name));
/** The state whose capital it is. */
export const stateOfCapital = (name: string): State | undefined => byCapital().get(key(name));

let qualifiers: Set<string> | undefined;

/** True for a folded word that says where somebody is from: "japanese", "us". */
export function isDemonym(folded: string): boolean {
  qualifiers ??= new Set(
    [...stateNames(), ...states().flatMap(({ demonyms }) => demonyms)]
      .flatMap((name) => name.split(' '))
      .map(foldWord),
  );
  return qualifiers.has(folded);
}
