import type { TextRange } from '../../model/ranges.ts';
import { continuesName, isContinued, type Neighbourhood } from './context.ts';
import { organisationWords, placeWords } from './find/lexicon.ts';
import { nameWords, wordAt } from './words.ts';

/** True where a name is a part of a longer one: "Ann" and "Smith" in "Ann Smith". */
export function isPartOfName(near: Neighbourhood, { start, end }: TextRange): boolean {
  const isPart =
    /\p{L}\/$/u.test(near.text.slice(Math.max(0, start - 2), start)) ||
    /^\/\p{L}/u.test(near.text.slice(end, end + 2)) ||
    continuesName(near, start) ||
    isContinued(near, end);
  return isPart && !isHeadline(lineAround(near.text, start));
}

/** True where a person's name goes on as that of a foundation, a street, a prize: no mention. */
export function isOfAnother(text: string, { end }: TextRange): boolean {
  const gap = /^[^\S\n]?\n?[^\S\n]{0,8}(?=\p{Lu}\p{Ll})/u.exec(text.slice(end, end + 12))?.[0];
  if (gap === undefined || gap === '') return false;
  const next = wordAt(text, end + gap.length).folded;
  return namedAfter.has(next);
}

/** Words of organisations and places that also just stand beside people: "Ann Lund News …". */
const besidePeople = new Set(
  `group force forces times post daily staff front control command guard press house office campaign
  news city state team program police government administration brothers hill mount sound sea road
  river park town region zone crossing base`.split(/\s+/u),
);

/** What is named after people. */
const namedAfter = new Set(
  [...organisationWords, ...placeWords]
    .filter((word) => !besidePeople.has(word))
    .concat('prize award awards library hall memorial scholarship lecture act'.split(' ')),
);

/** "The elder Moss", "the first President Moss": said to tell a bearer of the name from another. */
export const isNamesake = (text: string, start: number): boolean =>
  /\bthe\s(?:first|second|elder|older|younger|senior|junior)\s(?:\p{L}+\s){0,2}$/iu.test(
    text.slice(Math.max(0, start - 50), start),
  );

/** "Jr", "III": where the name found has none of it, it is a namesake's. */
export const isOfNamesake = (text: string, { end }: TextRange): boolean =>
  /^,?\s(?:Jr|Sr|II|III|IV)\b/u.test(text.slice(end, end + 6));

/** "Korea" in "North Korea", "York" in "New York". */
export const isAfterDirection = (text: string, { start }: TextRange): boolean =>
  /(?:North|South|East|West|New|Northern|Southern|Eastern|Western) $/u.test(
    text.slice(Math.max(0, start - 9), start),
  );

/** "US$6 million": a currency. */
export const isOfCurrency = (text: string, { end }: TextRange): boolean =>
  /^[$£€¥]\s?\d/u.test(text.slice(end, end + 3));

/** "May 5", "5 May", and the title of a work: a lone word between quotation marks. */
export function isNoName(text: string, { start, end }: TextRange): boolean {
  const around = `${text.slice(Math.max(0, start - 3), start)}#${text.slice(end, end + 4)}`;
  if (/(?:[“"‘]|``)#(?:[,.]?[”"’]|'')/u.test(around)) return true;
  if (!/\d #|# \d/u.test(around)) return false;
  return /^(?:may|march|april|june|august)$/iu.test(text.slice(start, end));
}

/** The line around `offset`, or as much of it as says that it is too long for a headline. */
function lineAround(text: string, offset: number): string {
  const from = Math.max(0, offset - longestHeadline - 1);
  const near = text.slice(from, offset + longestHeadline + 1);
  const start = near.slice(0, offset - from).lastIndexOf('\n') + 1;
  const end = near.indexOf('\n', offset - from);
  return near.slice(start, end < 0 ? near.length : end);
}

const longestHeadline = 160;

/** A short line in capitals, or with a capital on most words: capitals tell nothing there. */
function isHeadline(line: string): boolean {
  if (line.length > longestHeadline || /[.!?。]["”’]?\s*$/u.test(line)) return false;
  const words = nameWords(line).filter(
    ({ folded, letters }) => letters !== 'none' && folded.length > 3,
  );
  const capital = words.filter(({ letters }) => letters !== 'lower');
  return words.length > 3 && capital.length >= words.length * 0.8;
}
