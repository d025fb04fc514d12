import { isCommonWord } from '../context.ts';
import { isTitle } from '../honorifics.ts';
import { isFamilyFirst, isParticle } from '../person-name.ts';
import { character } from '../characters.ts';
import { isEnglishWord } from './common-words.ts';
import { isKnownPlace } from './known-places.ts';
import { organisationHeads, organisationWords, placeHeads } from './lexicon.ts';
import { isGivenName } from '../given-names.ts';
import { isOffice, isPortfolio } from './titles-in-runs.ts';
import type { Evidence, PlacedWord, Run } from './lines.ts';

const near = /^(?:[^\S\n]{1,2}|[^\S\n]*\n[^\S\n]*|[-‐‑/]|[^\S\n]?&(?:amp;)?\s{0,6})$/iu;
/** After "J." in "J. Moss" and "O'" in "O' Moss". */
const afterInitial = /^(?:\.(?:[^\S\n]{0,2}|[^\S\n]*\n[^\S\n]*)|['’] ?)$/u;
const shortForms =
  /^(?:\p{Lu}|mr|mrs|ms|dr|gen|sen|rep|gov|lt|col|maj|capt|sgt|cpl|pvt|st|prof|rev|hon|adm|cmdr|brig|jr|sr)$/iu;

/** Words of the calendar and of grammar that are given or family names before another name. */
const alsoNames = /^(?:jan|may|june|april|august|will|so|an|he|no|you|sun)$/u;

/** "Jan Lund", "Will Moss", "He Ping" in mid-sentence; never before a number. */
const startsName = (word: PlacedWord, next: PlacedWord | undefined): boolean =>
  alsoNames.test(word.folded) &&
  /^\p{Lu}\p{Ll}/u.test(word.text) &&
  !word.opens &&
  !word.headline &&
  next?.gap === ' ' &&
  /^\p{Lu}\p{Ll}/u.test(next.text) &&
  !isCommonWord(next.folded);

/** "New York" where a sentence or a dateline opens with it. */
const startsPlace = (word: PlacedWord, next: PlacedWord | undefined): boolean =>
  word.opens &&
  !word.headline &&
  /^\p{Lu}/u.test(word.text) &&
  next !== undefined &&
  /^\s$/u.test(next.gap) &&
  /^\p{Lu}/u.test(next.text) &&
  isKnownPlace(`${word.text} ${next.text}`);

/** "Image: Una Bell": says what the line is. */
const isLabel = (word: PlacedWord, next: PlacedWord | undefined): boolean =>
  next !== undefined &&
  /^\s?:/u.test(next.gap) &&
  /^(?:images?|photo(?:s|graph|graphy)?|pictures?|pics?|credits?|sources?|videos?|files?|captions?|graphics?|illustrations?|maps?|category|tags?|related|topics?|contact|by|via)$/u.test(
    word.folded,
  );

/** "3rd Battalion", "20th Century Fox". */
const isOrdinal = ({ text, headline }: PlacedWord, next: PlacedWord | undefined): boolean =>
  !headline &&
  /^\d{1,3}(?:st|nd|rd|th)$/u.test(text) &&
  next?.gap === ' ' &&
  /^\p{Lu}/u.test(next.text);

/** True where a capital makes the word a part of a name, as far as its document tells. */
function isNameWord(word: PlacedWord, { lower, capital }: Evidence): boolean {
  if (word.script !== character.word || !/^\p{Lu}/u.test(word.text)) return false;
  if (word.headline || /^(?:\p{Lu}|I['’].*|Us)$/u.test(word.text)) return false;
  if (isCommonWord(word.folded) && !(word.letters === 'upper' && word.text.length > 1))
    return false;
  if (!word.opens) return true;
  return capital.has(word.folded) || !lower.has(word.folded);
}

const isInitial = (word: PlacedWord, next: PlacedWord | undefined) =>
  /^\p{Lu}$/u.test(word.text) && !word.headline && afterInitial.test(next?.gap ?? '');

/** "al-Amin": the article is a part of the name, whatever its case. */
const isArabicArticle = (word: PlacedWord, next: PlacedWord | undefined) =>
  /^(?:al|el|an|as|ash|ar)$/u.test(word.text) &&
  next !== undefined &&
  /^[-‐‑]$/u.test(next.gap) &&
  /^\p{Lu}/u.test(next.text);

/** Whose the body is whose name goes on after "'s": "People's Front". */
const ofMany = /^(?:People|Women|Men|Children)$/u;

/** True where `next` goes on with the name that `word` belongs to. */
function follows(word: PlacedWord, next: PlacedWord): boolean {
  if (next.opensCell) return false;
  if (word.next !== word.end) return ofMany.test(word.text) && next.gap === ' ';
  if (near.test(next.gap)) return true;
  if (/^['’]\s$/u.test(next.gap) && word.text.endsWith('s'))
    return organisationWords.has(next.folded);
  return afterInitial.test(next.gap) && shortForms.test(word.text);
}

/** No name has so many words; the parts of a run are compared with each other. */
const longestRun = 48;

/** All runs of a text, in order. */
export function runsOf(words: readonly PlacedWord[], evidence: Evidence): Run[] {
  const runs: Run[] = [];
  const begins = (index: number) => {
    const word = words[index];
    return (
      word !== undefined &&
      !isLabel(word, words[index + 1]) &&
      (isNameWord(word, evidence) ||
        startsName(word, words[index + 1]) ||
        startsPlace(word, words[index + 1]) ||
        isOrdinal(word, words[index + 1]) ||
        isInitial(word, words[index + 1]) ||
        isArabicArticle(word, words[index + 1]))
    );
  };
  let index = 0;
  while (index < words.length) {
    if (!begins(index)) {
      index += 1;
      continue;
    }
    let end = index + 1;
    while (end - index < longestRun) {
      const reach = reachesTo(words, index, end, begins);
      if (reach === end) break;
      end = reach;
    }
    runs.push(words.slice(index, end));
    index = end;
  }
  return runs;
}

/** Where a run from `start` that ends before `end` goes on to; `end` where it is over. */
function reachesTo(
  words: readonly PlacedWord[],
  start: number,
  end: number,
  begins: (index: number) => boolean,
): number {
  const last = words[end - 1];
  const next = words[end];
  if (last === undefined || next === undefined) return end;
  if (!follows(last, next) && !isDomain(next)) return end;
  if (begins(end) || isDomain(next)) return end + 1;
  if (isGivenSyllable(next) && end - start > 1) return end + 1;
  if (next.opens && next.gap.includes('.') && !afterInitial.test(next.gap)) return end;
  const beyond = words[end + 1];
  if (beyond === undefined || !follows(next, beyond)) return end;
  const beyondParticles = endOfParticles(words, end);
  if (beyondParticles > end && begins(beyondParticles)) return beyondParticles + 1;
  const office = words.slice(start, end - 1).findLastIndex(({ folded }) => isOffice(folded));
  const hasHead = words
    .slice(start + office + 1, end)
    .some(({ folded }) => organisationHeads.has(folded) || placeHeads.has(folded));
  const titled = isTitle(last.folded);
  const isPortfolios = isPortfolio(last.folded) && office >= 0 && isPortfolio(beyond.folded);
  if (next.text === 'and' && isPortfolios && begins(end + 1)) return end + 2;
  if (!hasHead && !titled) return end;
  const isSentTo =
    next.text === 'to' &&
    /^(?:ambassador|envoy|representative|adviser|advisor)$/u.test(last.folded);
  if (!/^(?:of|for|on)$/u.test(next.text) && !isSentTo && !(next.text === 'and' && hasHead))
    return end;
  if (next.text === 'and') return joinsHead(words, start, end) && begins(end + 1) ? end + 2 : end;
  if (begins(end + 1)) return end + 2;
  const after = words[end + 2];
  const isArticle = beyond.text === 'the' && after !== undefined && follows(beyond, after);
  return isArticle && begins(end + 2) ? end + 3 : end;
}

const mostParticles = 3;

/** Where the particles that begin at `from` end: "van der | Meer". */
function endOfParticles(words: readonly PlacedWord[], from: number): number {
  let end = from;
  for (; end - from < mostParticles; end += 1) {
    const [word, next] = [words[end], words[end + 1]];
    if (word === undefined || next === undefined) break;
    if (!isParticle(word.folded) || !follows(word, next)) break;
  }
  return end;
}

/** The end of a name that is an address: "Example.com". */
export const isDomain = ({ gap, text }: PlacedWord): boolean =>
  gap === '.' && /^(?:com|org|net|gov|edu|tv|io|co)$/u.test(text);

const afterHyphen = /(?:ed|ing|led|era|wide|like|elect|style|run|made|born|held|year|month|day)$/u;

/** The small second half of a given name: "Han-bit". Not "-led", "-based". */
const isGivenSyllable = ({ gap, text }: PlacedWord): boolean =>
  /^[-‐‑]$/u.test(gap) && /^\p{Ll}{1,6}$/u.test(text) && !afterHyphen.test(text);

/**
 * "and" joins only after "… of": "Ministry of Trade and Industry"; not what is a body itself, and not
 * after a university's town: "University of Bergen and Moss Expeditions".
 */
function joinsHead(words: readonly PlacedWord[], start: number, end: number): boolean {
  const [before, after] = [words[end - 1], words[end + 1]];
  const name = words.slice(start, end);
  if (before === undefined || after === undefined) return false;
  if (!name.some(({ text }) => text === 'of' || text === 'for')) return false;
  if (isTitle(after.folded) || startsPerson(after.folded)) return false;
  const isBody =
    organisationHeads.has(after.folded) && /^(?:of|for)$/u.test(words[end + 2]?.text ?? '');
  const isSchool = name.some(({ folded }) => /^(?:university|college)$/u.test(folded));
  return !isBody && !(isSchool && !isEnglishWord(before.folded));
}

const startsPerson = (folded: string) => isGivenName(folded) || isFamilyFirst(folded);
