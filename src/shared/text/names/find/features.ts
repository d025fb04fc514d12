import { genderOf, isTitle } from '../honorifics.ts';
import { isFamilyFirst, isParticle } from '../person-name.ts';
import { isNameSuffix } from '../honorifics.ts';
import { stateNamed, stateOfCapital, stateOfDemonym } from '../states.ts';
import { isEnglishWord } from './common-words.ts';
import { isKnownOrganisation } from './known-organisations.ts';
import { isKnownPlace, isStateShort } from './known-places.ts';
import {
  clubWords,
  eventWords,
  legalForms,
  notNames,
  organisationHeads,
  organisationWords,
  placeWords,
  reportingVerbs,
} from './lexicon.ts';
import { isGivenName } from '../given-names.ts';
import type { Evidence, PlacedWord } from './lines.ts';
import type { Piece } from './pieces.ts';
import { isDomain } from './runs.ts';

/** The words beside a piece. */
export interface Beside {
  readonly before: PlacedWord | undefined;
  /** The word before that one. */
  readonly earlier: PlacedWord | undefined;
  readonly after: PlacedWord | undefined;
  /** What stands between the piece and the word after it. */
  readonly gap: string;
  /** What stands between the word after it and the next one, and that one. */
  readonly rest: string;
  /** The next words, as far as a phrase in apposition may go. */
  readonly ahead: readonly PlacedWord[];
}

/** First words of places in several languages: "Lake", "Bukit", "Wadi", "San". */
const toponymHeads = new Set(
  `mount lake cape fort gulf camp port jalan pulau bukit kuala teluk sungai tanjung kampung wadi jebel
  jabal beit deir kafr tel tell ras puerto ciudad punta isla cerro
  nizhny veliky novy stary nowy`.split(/\s+/u),
);

type Tests = Readonly<Record<string, boolean | undefined>>;

const met = (tests: Tests): string[] =>
  Object.entries(tests)
    .filter(([, isMet]) => isMet === true)
    .map(([feature]) => feature);

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

/** What shares and sales do; people do most of it too, but not beside a figure. */
const marketVerbs =
  /^(?:rose|fell|gained|lost|climbed|slid|slipped|dropped|jumped|surged|tumbled|soared|advanced|declined|added|shed|earned|posted|reported)$/u;
const stateVerbs = /^(?:is|was|has|had|will|would|were|are|have|could|should|may|might|did|does)$/u;
const officeNouns =
  /^(?:spokes\w+|shares?|stocks?|executives?|officials?|employees|chairman|president|chief|director|analyst|subsidiary|unit|members?|leaders?|militants?|rebels?|troops|fighters|forces?)$/u;
const placeNouns =
  /^(?:river|province|district|region|island|valley|airport|area|border|city|coast)$/u;
const belongings = /^(?:administration|aides?|family|brothers|regime|supporters|wife|lawyers?)$/u;
const settlement =
  /^(?:town|city|village|province|capital|district|state|region|island|port|suburb)$/u;
const roleNoun = /(?:er|or|ist|man|woman|ian|[^m]ent|ant)$/u;
const outletVerbs =
  /^(?:reported|reports|quoted|quotes|cited|cites|broadcast|aired|published|wrote)$/u;
/** What a firm, an outlet or a body is: "the airline Lundair". */
const organisationNouns =
  /^(?:airline|carrier|company|firm|corporation|conglomerate|startup|start-up|automaker|carmaker|planemaker|chipmaker|drugmaker|retailer|supermarket|bank|lender|insurer|brokerage|bookmaker|railway|shipyard|utility|newspaper|daily|weekly|tabloid|magazine|broadcaster|channel|outlet|website|portal|platform|app|agency|newsreader|regulator|watchdog|charity|foundation|nonprofit|ngo|think-tank|institute|university|college|club|team|band|militia|group|organi[sz]ation|subsidiary|brand|studio|exchange|ministry)$/iu;
/** What is named and acts for nobody: "the survey boat Heron". */
const craftNouns =
  /^(?:boat|ship|vessel|tanker|ferry|frigate|trawler|yacht|freighter|destroyer|cruiser|submarine|corvette|warship|icebreaker|steamer|barge|gunboat|spacecraft|rover|rocket)$/u;
const doneByFirms =
  /^(?:operated|manufactured|issued|flown|broadcast|supplied|marketed|distributed|employed|insured)$/u;
const travel =
  /^(?:flew|flights?|flying|fly|flies|flown|travelled|traveled|travelling|available|broadcast|aired|streamed)$/u;
const officesOf =
  /^(?:ceo|cfo|coo|founders?|cofounders?|owners?|heads?|employees?|editors?|editor-in-chief|shareholders?|customers?|subscribers?|spokes\w+|shares?|chairman|chairwoman|chair|president|director|executives?|works?|worked|working|engineers?|pilots?|reporters?|correspondents?|journalists?)$/u;
const isPossessive = (word: PlacedWord | undefined) => word !== undefined && word.next !== word.end;

/** The longest phrase in apposition that is read. */
export const longestApposition = 8;

/**
 * True where a phrase set beside a name is about one of `nouns`: "Lundair, a small Norwegian airline
 * based in …"; not "Lund, the airline's chief".
 */
function isAppositionOf(nouns: RegExp, gap: string, ahead: readonly PlacedWord[]): boolean {
  const [article, ...rest] = ahead;
  if (gap !== ', ' || !/^(?:an?|the)$/u.test(article?.text ?? '')) return false;
  const over = rest.findIndex(
    ({ text, gap: before }, index) =>
      !/^[\s-]$/u.test(before) || (index > 0 && afterPhrase.test(text)),
  );
  const head = rest[over - 1];
  return head !== undefined && !isPossessive(head) && nouns.test(head.text);
}
const afterPhrase =
  /^(?:of|for|in|at|on|from|with|by|to|who|which|that|whose|based|and|said|is|was|has)$/u;

const sportsRole =
  /^(?:manager|coach|captain|striker|goalkeeper|midfielder|defender|winger|skipper|quarterback|pitcher|fans)$/u;
const winning = /^(?:beat|beats|thrashed|trounced|edged|host|hosts|hosted|levelled|equalised)$/u;

/** "Mossby 2-1 Lundby", "beat Lundby 2-1" */
const isBesideScore = (first: PlacedWord, { before, after, gap, rest }: Beside): boolean => {
  const isNumber = (word: PlacedWord | undefined) => /^\d{1,3}$/u.test(word?.text ?? '');
  const isBefore = isNumber(after) && gap === ' ' && /^[-–]\d/u.test(rest);
  return (
    isBefore || (isNumber(before) && /^\d?[-–]$/u.test(before?.gap ?? '') && first.gap === ' ')
  );
};

/** What one place where a name stands says of its kind. */
export function placeFeatures({ words, titled }: Piece, beside: Beside): string[] {
  const { before, earlier, after, gap } = beside;
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return [];
  const one = words.length === 1 ? 'one word ' : '';
  const adjacent = gap === ' ' || gap === '\n';
  const adjacentBefore = first.gap === ' ' || first.gap === '\n';
  const isOwner = last.next !== last.end;
  const said = before?.text.toLowerCase() ?? '';
  const tests: Tests = {
    'after a title': titled,
    'after Mr or Ms': before !== undefined && genderOf(before.folded) !== undefined,
    'before a reporting verb':
      after !== undefined && reportingVerbs.has(after.folded) && /^,?\s+$/u.test(gap),
    'after a reporting verb':
      before !== undefined && reportingVerbs.has(before.folded) && !first.opens,
    'before a verb': adjacent && stateVerbs.test(after?.text ?? ''),
    'before a verb of markets':
      adjacent && marketVerbs.test(after?.text ?? '') && /^[^\n]{0,12}[\d$]/u.test(beside.rest),
    'before an office': adjacent && !isOwner && officeNouns.test(after?.text ?? ''),
    "before 's office": isOwner && officeNouns.test(after?.text ?? ''),
    "'s": isOwner,
    'before a word for land': adjacent && !isOwner && placeNouns.test(after?.text ?? ''),
    'before family or aides': belongings.test(after?.text ?? ''),
    'before an age': /^\s*,\s*$/u.test(gap) && /^\d\d$/u.test(after?.text ?? ''),
    'before a comma and a short form of a state':
      /^,\s$/u.test(gap) &&
      after !== undefined &&
      isStateShort(after.text + (beside.rest.startsWith('.') ? '.' : '')),
    'before a comma and a place':
      /^\s*,\s*$/u.test(gap) && after !== undefined && isKnownPlace(after.text),
    'after a place and a comma':
      /^,\s$/u.test(first.gap) && before !== undefined && isKnownPlace(before.text),
    'beside a score': isBesideScore(first, beside),
    'before a role in sports': adjacent && !isOwner && sportsRole.test(after?.text ?? ''),
    'before or after beat':
      (adjacent && winning.test(after?.text ?? '')) ||
      (first.gap === ' ' && winning.test(before?.text ?? '')),
    'before a verb of outlets': adjacent && outletVerbs.test(after?.text ?? ''),
    'after a word for an organisation':
      adjacentBefore && organisationNouns.test(before?.text ?? '') && !isPossessive(before),
    'after a word for a craft':
      adjacentBefore && craftNouns.test(before?.text ?? '') && !isPossessive(before),
    'after what is done by firms':
      adjacentBefore &&
      ((said === 'by' && doneByFirms.test(earlier?.text ?? '')) ||
        (/^(?:with|on|aboard|via)$/u.test(said) && travel.test(earlier?.text ?? ''))),
    'after an office of':
      adjacentBefore &&
      /^(?:of|for|at)$/u.test(said) &&
      officesOf.test(earlier?.text.toLowerCase() ?? ''),
    'before an organisation in apposition': isAppositionOf(organisationNouns, gap, beside.ahead),
    'before who': /^,?\s$/u.test(gap) && after?.text === 'who',
    'before himself or herself': adjacent && /^(?:him|her)self$/u.test(after?.text ?? ''),
    'before brackets': /^\s\($/u.test(gap) && after?.letters === 'upper',
    'in brackets': first.gap.endsWith('(') && gap.startsWith(')'),
    'before a noun':
      adjacent &&
      !isOwner &&
      after?.letters === 'lower' &&
      /(?:s|ion|ment|er|ing|al)$/u.test(after.text) &&
      !stateVerbs.test(after.text) &&
      after.text.length > 3,
    dateline: isDateline(words, after, gap),
    'opens a sentence': first.opens,
    'after the': said === 'the',
    'after a': /^an?$/u.test(said),
    'after in': /^(?:in|near)$/u.test(said),
    'after at or from': /^(?:at|from|across|around|outside|inside|throughout|towards?)$/u.test(
      said,
    ),
    'after to': said === 'to',
    'after of': said === 'of',
    'after by or with': /^(?:by|with)$/u.test(said),
    'after against or for': /^(?:against|for|between)$/u.test(said),
    'after and': said === 'and',
    'after that': /^(?:that|when|because|as|if|where|after|before)$/u.test(said),
    'after a possessive': before !== undefined && before.next !== before.end,
    'after a role':
      !first.opens &&
      before?.letters === 'lower' &&
      first.gap === ' ' &&
      roleNoun.test(before.text) &&
      before.text.length > 4,
    'after a word for a settlement':
      settlement.test(said) || (said === 'of' && settlement.test(earlier?.text ?? '')),
    quoted: /["“`]$/u.test(first.gap) && /^[,.]?(?:["”]|'')/u.test(gap),
    'hyphen before': /^[-‐‑]$/u.test(first.gap),
    'hyphen after': /^[-‐‑]$/u.test(gap),
  };
  return met(tests).map((feature) => one + feature);
}

/** Capitals that open a report before a dash, a country or an agency: "GENEVA (AP) _". */
const isDateline = (words: Piece['words'], after: PlacedWord | undefined, gap: string): boolean =>
  words[0]?.opens === true &&
  words.every(({ letters }) => letters === 'upper') &&
  (/^\s[-–—_]+\s/u.test(gap) ||
    (/^\s?\(/u.test(gap) && after?.letters === 'upper') ||
    gap === ', ');
