import { genderOf } from '../honorifics.ts';
import { isKnownPlace, isStateShort } from './known-places.ts';
import { reportingVerbs } from './lexicon.ts';
import type { PlacedWord } from './lines.ts';
import { met, type Tests } from './met.ts';
import type { Piece } from './pieces.ts';

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
