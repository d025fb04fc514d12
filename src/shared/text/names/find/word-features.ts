import { isNameSuffix, isTitle } from '../honorifics.ts';
import { isFamilyFirst, isParticle } from '../person-name.ts';
import { stateNamed, stateOfCapital, stateOfDemonym } from '../states.ts';
import { isEnglishWord } from './common-words.ts';
import { isKnownOrganisation } from './known-organisations.ts';
import { isKnownPlace } from './known-places.ts';
import {
  clubWords,
  eventWords,
  legalForms,
  notNames,
  organisationHeads,
  organisationWords,
  placeWords,
} from './lexicon.ts';
import { isGivenName } from '../given-names.ts';
import type { Evidence, PlacedWord } from './lines.ts';
import { met } from './met.ts';
import type { Piece } from './pieces.ts';
import { isDomain } from './runs.ts';

/** First words of places in several languages: "Lake", "Bukit", "Wadi", "San". */
const toponymHeads = new Set(
  `mount lake cape fort gulf camp port jalan pulau bukit kuala teluk sungai tanjung kampung wadi jebel
  jabal beit deir kafr tel tell ras puerto ciudad punta isla cerro
  nizhny veliky novy stary nowy`.split(/\s+/u),
);

/** "MacLean", "DiMaggio": a capital inside that family names have. */
const familyPrefix =
  /^(?:Mc|Mac|De|Del|Della|Di|Da|La|Le|Lo|Du|Van|Von|Fitz|Al|El|Bin|Ben|Abu|San|Ver|Vander|Ou|Jo|Mary|Lu|O)\p{Lu}\p{Ll}/u;
/** "LundAir", "MoD": how firms and offices write themselves. */
const hasInnerCapital = (text: string) =>
  /^\p{Lu}\p{Ll}+\p{Lu}/u.test(text) && !familyPrefix.test(text);
const outletEnding = /\p{L}{3}(?:news|press|media|pedia|leaks|soft|tech|corp|flix|telecom|coin)$/u;
/** Words of organisations that are family names too. */
const surnamesToo = new Set(
  `bank banks brothers church temple cross house guard guards force store stores post journal press
  inn fleet steel oil fund front studio klan channel fund news times union union court school hotel
  house monitor labs records page chamber park field clinic motor motors press bench ab sa as nv
  republicans democrats liberals communists socialists nazis conservatives stores regie crescent
  resistance command mission office opera partido parti verband verlag bahn banco`.split(/\s+/u),
);

const surnameEnding =
  /(?:ov|ova|ev|eva|sk[iy]|skaya|i[cć]h?|vich|sen|son|stein|berg|mann|ez|ini|elli|etti|opoulos|idis|akis|shvili|dze|yan|enko|chuk|oglu|wicz|czyk|aux|eau)$/u;
const placeEnding =
  /(?:[aeiou]nsk|[eo]rsk|[aiou]tsk|[lm]sk|pore|puram|nagar|furt|hafen|stad|ville|burgh?|ton|town|shire|stan|grad|gorod|land|lands|pur|abad|ford|field|port|mouth|dale|polis|ia)$/u;
const adjectiveEnding = /(?:ian|ean|ese|ish|esque|ic)$/u;
const peopleEnding = /(?:ians|eans|ists?|ites?|men|isms?)$/u;

const textOf = (words: readonly PlacedWord[]) => words.map(({ text }) => text).join(' ');
const isDemonym = (name: string) =>
  stateOfDemonym(name) !== undefined && stateNamed(name) === undefined;

/** "QUINN Orla", "Orla QUINN": one word that can be spoken in capitals, the others no words. */
function hasFamilyNameInCapitals(words: Piece['words'], lower: Evidence['lower']): boolean {
  const isShouted = ({ text }: PlacedWord) => /^\p{Lu}{4,}$/u.test(text) && /[AEIOUY]/u.test(text);
  const others = words.filter((word) => !isShouted(word));
  return (
    words.length < 4 &&
    others.length === words.length - 1 &&
    others.every(
      ({ folded, text, gap }) =>
        /^\p{Lu}\p{Ll}+$/u.test(text) &&
        /\s$|^$/u.test(gap) &&
        !lower.has(folded) &&
        !organisationWords.has(folded),
    )
  );
}

/** What the words of a name say of its kind, wherever it stands. */
export function wordFeatures(
  { words }: Pick<Piece, 'words'>,
  { lower, capital }: Evidence,
): string[] {
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return [];
  const name = textOf(words);
  const inner = words.slice(1, -1);
  const isLower = ({ folded }: PlacedWord) => lower.has(folded);
  const capitals = words.filter(({ text }) => /^\p{Lu}/u.test(text));
  const place = isKnownPlace(name);
  const isState = stateNamed(name) !== undefined || stateOfCapital(name) !== undefined;
  const isOrganisation = isKnownOrganisation(
    words.map(({ text, gap }, index) => (index > 0 ? gap : '') + text).join(''),
  );
  const event = /^[IVX]+$/u.test(last.text) ? words.at(-2) : last;
  if (words.length === 1) {
    const { text, folded, letters } = first;
    const isUpper = letters === 'upper' && text.length > 1;
    return met({
      'one word': true,
      'one word: state': stateNamed(name) !== undefined,
      'state or capital': isState,
      'one word: known place': place,
      'one word: acronym': isUpper && text.length < 7,
      'one word: acronym without a vowel': isUpper && text.length > 1 && !/[AEIOUY]/u.test(text),
      'one word: capitals': isUpper && text.length >= 7,
      'one word: inner capital': hasInnerCapital(text),
      'one word: family prefix': familyPrefix.test(text),
      'one word: ends as outlets and firms do': outletEnding.test(folded),
      'one word: given name': isGivenName(folded),
      'one word: family name': isFamilyFirst(folded),
      'known organisation': isOrganisation,
      'one word: English': isEnglishWord(folded),
      'one word: of organisations': organisationWords.has(folded),
      'one word: of places': placeWords.has(folded),
      'one word: of events': eventWords.has(folded),
      'one word: title': isTitle(folded),
      'one word: in lower case too': lower.has(folded),
      'one word: only in capitals where all are': !capital.has(folded),
      'one word: surname ending': surnameEnding.test(folded),
      'one word: place ending': placeEnding.test(folded),
      'one word: adjective ending': adjectiveEnding.test(folded),
      'one word: people ending': peopleEnding.test(folded),
      'one word: plural': folded.endsWith('s'),
      'one word: short': folded.length < 4 && !isUpper,
      'one word: digit': /\d/u.test(text),
    });
  }
  return met({
    'words: 2': words.length === 2,
    'words: 3': words.length === 3,
    'words: 4': words.length === 4,
    'words: more': words.length > 4,
    state: stateNamed(name) !== undefined,
    'state or capital': isState,
    'known place': place,
    'starts with a place':
      !place && [1, 2].some((n) => n < words.length && isKnownPlace(textOf(words.slice(0, n)))),
    'ends with a place':
      !place && [1, 2].some((n) => n < words.length && isKnownPlace(textOf(words.slice(-n)))),
    'starts with a demonym': isDemonym(first.text),
    'starts with a direction or creed': notNames.has(first.folded),
    'ends with a demonym': isDemonym(last.text),
    'ends with a direction or creed': notNames.has(last.folded),
    'starts with a given name': isGivenName(first.folded),
    'starts with a family name': isFamilyFirst(first.folded) && words.length < 4,
    'family name first, short given names':
      isFamilyFirst(first.folded) &&
      (words.length === 2 || words.length === 3) &&
      words.slice(1).every(({ folded }) => folded.length < 7 && !organisationWords.has(folded)),
    'family name in capitals': hasFamilyNameInCapitals(words, lower),
    particle: words.slice(0, -1).some(({ folded }) => isParticle(folded)),
    'two particles': words.filter(({ folded }) => isParticle(folded)).length > 1,
    initial: words.slice(0, -1).some(({ text }) => /^\p{Lu}$/u.test(text)),
    'Jr or III': isNameSuffix(last.folded),
    'known organisation': isOrganisation,
    'plain legal form': /^(?:inc|corp|co|cos|ltd|llc|llp|plc|gmbh|bhd)$/u.test(last.folded),
    'legal form': legalForms.has(last.folded),
    'ends with a word of organisations':
      organisationWords.has(last.folded) || clubWords.has(last.folded),
    'ends with a state': stateNamed(name) === undefined && stateNamed(last.text) !== undefined,
    'begins with a word of organisations': organisationWords.has(first.folded),
    'word of organisations inside': inner.some(({ folded }) => organisationWords.has(folded)),
    'head of an organisation':
      words.some(({ folded }) => organisationHeads.has(folded)) &&
      words.some(({ text }) => text === 'of' || text === 'for'),
    'ends with a word of places': placeWords.has(last.folded),
    'begins with a word of places': placeWords.has(first.folded) || toponymHeads.has(first.folded),
    'ends with a word of events': eventWords.has(event?.folded ?? ''),
    'roman numeral': /^[IVX]+$/u.test(last.text),
    'ends with a title': isTitle(last.folded),
    of: words.some(({ text }) => text === 'of' || text === 'for'),
    and: words.some(({ text }) => text === 'and'),
    '&': words.some(({ gap }, index) => index > 0 && gap.includes('&')),
    slash: words.slice(1).some(({ gap }) => gap === '/'),
    hyphen: words.slice(1).some(({ gap }) => /^[-‐‑]$/u.test(gap)),
    'first word has an inner capital': hasInnerCapital(first.text),
    'last word has an inner capital': hasInnerCapital(last.text),
    'ends with a word of organisations alone':
      organisationWords.has(last.folded) && !surnamesToo.has(last.folded) && !isTitle(last.folded),
    'hyphen beside capitals':
      words.slice(1).some(({ gap }) => /^[-‐‑]$/u.test(gap)) &&
      words.some(({ text }) => /^\p{Lu}[\p{Lu}\d]+$/u.test(text)),
    'word in capitals': words.some(({ letters, text }) => letters === 'upper' && text.length > 1),
    address: isDomain(last),
    digit: words.some(({ text }) => /\d/u.test(text)),
    'all words English': capitals.every(({ folded }) => isEnglishWord(folded)),
    'first word English': isEnglishWord(first.folded),
    'last word English': isEnglishWord(last.folded),
    'all words in lower case too': capitals.every(isLower),
    'first word in lower case too': isLower(first) && !capitals.every(isLower),
    'last word in lower case too': isLower(last) && !capitals.every(isLower),
    'surname ending': surnameEnding.test(last.folded),
    'place ending': placeEnding.test(last.folded),
    'people ending': peopleEnding.test(last.folded),
    plural: last.folded.endsWith('s'),
    'first word is a noun of the kind -ion, -ment, -ing, -al':
      /(?:ion|ment|ing|al|ity|ive|ed)$/u.test(first.folded),
    'last word is a noun of the kind -ion, -ment, -ing, -al':
      /(?:ion|ment|ing|al|ity|ive|ed)$/u.test(last.folded),
  });
}
