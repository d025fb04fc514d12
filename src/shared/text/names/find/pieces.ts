import { isCommonWord } from '../context.ts';
import { genderOf, isNameSuffix, isTitle, isTitleFiller } from '../honorifics.ts';
import { stateNamed, stateOfDemonym } from '../states.ts';
import { isGivenName } from '../given-names.ts';
import { isEnglishWord } from './common-words.ts';
import { isKnownOrganisation } from './known-organisations.ts';
import { isKnownPlace } from './known-places.ts';
import { notNames, organisationWords } from './lexicon.ts';
import type { Evidence, PlacedWord, Run } from './lines.ts';
import { isSurname, officeBeforeBody, titleLength } from './titles-in-runs.ts';

/** A part of a run that may name somebody. */
export interface Piece {
  readonly words: Run;
  /** Stands after a form of address, a rank or an office. */
  readonly titled: boolean;
}

const isDemonym = (word: PlacedWord | undefined) =>
  word !== undefined &&
  stateOfDemonym(word.text) !== undefined &&
  stateNamed(word.text) === undefined;

/** "Democrat Ann Moss": what somebody is, not a part of the name. */
const isCreed = ({ text }: PlacedWord) =>
  /^(?:Democrat|Republican|Communist|Socialist|Conservative|Liberal|Labou?r|Muslim|Catholic|Islamist)$/u.test(
    text,
  );

/** "Moss" in "Democrat Moss": not what a creed is told of, as in "Communist China". */
const isAlone = (word: PlacedWord | undefined): boolean =>
  word !== undefined &&
  !isEnglishWord(word.folded) &&
  !isKnownPlace(word.text) &&
  !notNames.has(word.folded) &&
  !/s$|^\p{Lu}+$/u.test(word.text);

/** "Imperial Japan": the state at another time. */
const eras = /^(?:Imperial|Nazi|Fascist|Tsarist|Vichy|Colonial|Ancient|Medieval|Wartime|Postwar)$/u;

const isDirection = (word: PlacedWord) => notNames.has(word.folded) || eras.test(word.text);

/** Length of the demonym the words begin with: "Japanese", "South African". */
function demonymLength(words: Run): number {
  const [first, second] = words;
  if (first === undefined) return 0;
  const two = second === undefined ? '' : `${first.text} ${second.text}`;
  if (words.length > 1 && stateOfDemonym(two) !== undefined) return 2;
  return isDemonym(first) ? 1 : 0;
}

/** True where a title ends a name, or is all of it, so that it may be a surname. */
const endsName = (open: Run, rest: Run, titles: number): boolean => {
  const [word, next] = rest;
  if (titles !== 1 || word === undefined || !isSurname(word.folded)) return false;
  const isLast = next === undefined || isNameSuffix(next.folded) || !/^\p{Lu}/u.test(next.text);
  return isLast && !open.some((item) => isDemonym(item));
};

/** Length of the state's name the words begin with. */
function stateLength(words: Run): number {
  for (let length = Math.min(4, words.length); length > 0; length -= 1) {
    const name = words
      .slice(0, length)
      .map(({ text }) => text)
      .join(' ');
    if (stateNamed(name) !== undefined) return length;
  }
  return 0;
}

/** Length of the known place the words begin with. */
function placeLength(words: Run): number {
  for (let length = Math.min(4, words.length); length > 0; length -= 1) {
    const name = words
      .slice(0, length)
      .map(({ text }) => text)
      .join(' ');
    if (isKnownPlace(name)) return length;
  }
  return 0;
}

const hasOrganisationWord = (words: Run) =>
  words.some(({ folded }) => organisationWords.has(folded));

const belongs = (word: PlacedWord | undefined) =>
  word !== undefined && (/^\p{Lu}/u.test(word.text) || /^[-‐‑.]$/u.test(word.gap));

/** Letters after a person's name: "Ruth Bell QC". */
const postnominals = /^(?:QC|KC|SC|MP|MEP|MSP|MLA|TD|OBE|CBE|MBE|DBE|KBE|FRS|PhD)$/u;

/** Callings that open a sentence before a name: "Novelist Ruth Bell". */
const callings = new Set(
  `activist actor actress advocate analyst architect artist astronaut attorney banker barrister biologist
  businessman businesswoman campaigner champion chemist comedian composer critic defender developer
  economist engineer entrepreneur farmer filmmaker founder goalkeeper guitarist historian investor
  journalist lawmaker lawyer legislator manager midfielder musician novelist nurse philosopher
  photographer physicist playwright poet politician producer protester rapper referee reporter
  researcher resident scientist sculptor singer skipper sociologist songwriter striker student
  substitute survivor teacher veteran volunteer winger witness writer`.split(/\s+/u),
);

const trimmed = (all: Run): Run => {
  // "Moss Administration": those around a person.
  if (all.length === 2 && all[1]?.text === 'Administration') return trimmed(all.slice(0, 1));
  const isPost = all.length > 2 && postnominals.test(all.at(-1)?.text ?? '');
  const words = isPost ? all.slice(0, -1) : all;
  let end = words.length;
  while (end > 0 && !belongs(words[end - 1])) end -= 1;
  let start = 0;
  while (start < end && !/^(?:\p{Lu}|\d+(?:st|nd|rd|th)$)/u.test(words[start]?.text ?? '')) {
    if (/^[-‐‑]$/u.test(words[start + 1]?.gap ?? '')) break;
    start += 1;
  }
  return words.slice(start, end);
};

/** A people's name that is a surname: "Ann Finn", not "North Finn". */
const isSurnamed = (words: Run): boolean =>
  words.length < 4 &&
  isGivenName(words.at(-2)?.folded ?? '') &&
  isGivenName(words[0]?.folded ?? '');

const roleWord = /\p{L}{2}(?:er|or|ist|man|woman|ian|ent|ant|chief|head)$/u;

/**
 * The index of what somebody is who is called by the two words after it alone elsewhere: "Railway
 * Manager Una Bell", "Podcaster Una Bell".
 */
function roleBeforeName(run: Run, { alone }: Evidence): number | undefined {
  const [role, first, last] = run.slice(-3);
  if (role === undefined || first?.gap !== ' ' || last?.gap !== ' ') return undefined;
  if (!alone.has(`${first.folded} ${last.folded}`) || hasOrganisationWord([first, last]))
    return undefined;
  const isRole = roleWord.test(role.folded) && !organisationWords.has(role.folded);
  const isName = isKnownPlace(`${first.text} ${last.text}`) || isGivenName(role.folded);
  return isRole && !isTitle(role.folded) && !isName ? run.length - 3 : undefined;
}

/** "Recalling", "Praised": a participle that opens a sentence, not a name. */
const opensClause = /^\p{Lu}\p{Ll}{3,}(?:ing|ed)$/u;

/**
 * Parts a run into names: "Japanese Prime Minister X" and "Home Depot CEO Y" hold more than one
 * thing. Words that only open a sentence are left out.
 */
export function piecesOf(run: Run, evidence: Evidence): Piece[] {
  const { lower, capital, bound } = evidence;
  const role = roleBeforeName(run, evidence);
  const pieces = role === undefined ? [] : piecesOf(run.slice(0, role), evidence);
  let words = role === undefined ? run : run.slice(role + 1);
  while (words.length > 1) {
    const [first] = words;
    if (first === undefined || !first.opens) break;
    const isPlain =
      isCommonWord(first.folded) ||
      (!capital.has(first.folded) && (lower.has(first.folded) || opensClause.test(first.text)));
    const two = words
      .slice(0, 2)
      .map(({ text }) => text)
      .join(' ');
    if (!isPlain || isKnownPlace(two) || isKnownOrganisation(two)) break;
    words = words.slice(1);
  }
  const [opener] = words;
  let titled =
    words.length > 2 &&
    opener?.opens === true &&
    callings.has(opener.folded) &&
    !hasOrganisationWord(words);
  if (titled) words = words.slice(1);
  while (words.length > 1 && isDemonym(words.at(-1)) && !isSurnamed(words))
    words = words.slice(0, -1);
  let open: PlacedWord[] = [];
  const close = () => {
    const piece = trimmed(open);
    if (piece.length > 0) pieces.push({ words: piece, titled });
    open = [];
    titled = false;
  };
  /** "Minister for the Middle East Tobias Lund": the place belongs to the office. */
  const closePlaceOfOffice = (all: Run, from: number): number => {
    const place = isTitleFiller(all[from - 1]?.folded ?? '') ? placeLength(all.slice(from)) : 0;
    if (place === 0 || from + place >= all.length) return 0;
    open = all.slice(from, from + place);
    close();
    return place;
  };
  let index = 0;
  while (index < words.length) {
    const word = words[index];
    if (word === undefined) break;
    const rest = words.slice(index);
    let titles = titleLength(words, index);
    let isOfName =
      titles > 0 &&
      !isTitleFiller(rest[titles - 1]?.folded ?? '') &&
      hasOrganisationWord(rest.slice(titles, titles + 3)) &&
      !rest.slice(0, titles).some(({ folded }) => genderOf(folded) !== undefined);
    const office = isOfName ? officeBeforeBody(rest, titles) : 0;
    if (office > 0) [titles, isOfName] = [office, false];
    if (titles > 0 && !isOfName && !isWithin(open, rest, titles) && !endsName(open, rest, titles)) {
      close();
      index += titles;
      index += closePlaceOfOffice(words, index);
      titled = true;
      continue;
    }
    if (open.length > 0 && partsStates(open, word, rest)) close();
    if (open.length === 0) {
      const state = stateLength(rest);
      if (
        state > 0 &&
        state < rest.length &&
        !hasOrganisationWord(rest) &&
        titleLength(rest, state) > 0 &&
        !endsName(rest.slice(0, state), rest.slice(state), titleLength(rest, state))
      ) {
        open = rest.slice(0, state);
        close();
        index += state;
        continue;
      }
      const isPlace = rest.length > 1 && placeLength(rest) === rest.length;
      const demonym = isPlace ? 0 : demonymLength(rest);
      const isBound = rest.length === 2 && bound.has(`${word.folded} ${rest[1]?.folded ?? ''}`);
      if (demonym > 0 && demonym < rest.length && !hasOrganisationWord(rest) && !isBound) {
        index += demonym;
        continue;
      }
      const isSomebody = rest.length > 2 || isAlone(rest[1]);
      if (isCreed(word) && isSomebody && rest.length < 5 && !hasOrganisationWord(rest)) {
        titled = true;
        index += 1;
        continue;
      }
      if (!isPlace && isDirection(word) && rest.length > 1 && !hasOrganisationWord(rest)) {
        const isBeforePeople = isDemonym(rest[1]);
        if (isBeforePeople || stateLength(rest.slice(1)) === rest.length - 1) {
          index += isBeforePeople ? 2 : 1;
          continue;
        }
      }
    }
    open.push(word);
    index += 1;
  }
  close();
  return pieces;
}

/** "Japan-France", "PARIS French officials", "Lund Moss U.S.": a place beside another thing. */
function partsStates(open: readonly PlacedWord[], word: PlacedWord, rest: Run): boolean {
  const name = open.map(({ text }) => text).join(' ');
  const [first] = open;
  if (rest.length === 1 && /^U\.S\.?$/u.test(word.text)) return true;
  const isHyphen = /^[-‐‑–]$/u.test(word.gap);
  // "(ABC-Norway)": a party and its member's seat.
  if (isHyphen && first !== undefined && open.length === 1 && first.gap.endsWith('(')) {
    return /^\p{Lu}{1,5}$/u.test(first.text) && word.letters !== 'upper';
  }
  // "Ledger/Una Bell": an outlet and its photographer; not "Lund/Moss", a firm.
  if (word.gap === '/' && (rest.length > 1 || open.length > 1)) return true;
  if (!isKnownPlace(name)) return false;
  if (word.gap === '/') return true;
  if (isHyphen) return stateLength(rest) > 0;
  const isCapitals = open.every(({ letters, text }) => letters === 'upper' && !text.includes('.'));
  return isCapitals && name.length > 3 && word.letters !== 'upper';
}

/** A title that is a part of a name already begun: "Judiciary Committee", "Marine Corps". */
const isWithin = (open: readonly PlacedWord[], rest: Run, titles: number): boolean =>
  titles === rest.length && open.length > 0 && hasOrganisationWord(open);
