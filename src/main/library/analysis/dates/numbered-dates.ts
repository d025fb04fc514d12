import { isRealDate } from '../../import/metadata/iso-date.ts';
import { written, type TextDate } from './text-date.ts';

type Found = Omit<TextDate, 'sentence'>;

const eastern =
  /(?:([12]\d{3})\s?[年년]\s?)?(?:(\d{1,2})\s?[月월](?!\s?[間간])\s?(?:(\d{1,2})\s?[日일])?)?/gu;

/** Dates as Japanese, Chinese and Korean write them: 2026年3月11日, 3月11日, 2002年. */
export function easternDates(sentence: string, publishedYear: number | null): Found[] {
  const found: Found[] = [];
  for (const match of sentence.normalize('NFC').matchAll(eastern)) {
    const [words, years, months, days] = match;
    if (words === '' || (years === undefined && days === undefined)) continue;
    const year = years === undefined ? publishedYear : Number(years);
    const month = months === undefined ? undefined : Number(months);
    const date = days === undefined ? undefined : Number(days);
    if (month !== undefined && !isRealDate(year ?? 2000, month, date ?? 1)) continue;
    found.push({
      start: match.index,
      end: match.index + words.trimEnd().length,
      from: written(year, month, date),
      until: null,
      inferred: years === undefined && year !== null,
    });
  }
  return found;
}

const before =
  'in|since|by|until|till|of|from|during|after|before|between|early|late|mid|around|im Jahre?|seit|bis|en|depuis|desde|hasta|dal|nel|em';
const bareYear = new RegExp(
  String.raw`(?<=\b(?:${before})[\s-])((?:19|20)\d\d)(?:(\s?(?:and|or|to|et|und|y|e|–|-)\s?)((?:19|20)\d\d))?(?![\d,.]*\d|\w|\s?(?:%|percent|people|troops|soldiers))`,
  'giu',
);

/** Years that stand alone, after a word that says that they are years: "in 2002 and 2004". */
export function bareYears(sentence: string): Found[] {
  return [...sentence.matchAll(bareYear)].flatMap((match) => {
    const [, first = '', between = '', second] = match;
    const at = (year: string, start: number): Found => ({
      start,
      end: start + year.length,
      from: year,
      until: null,
      inferred: false,
    });
    const years = [at(first, match.index)];
    if (second !== undefined) years.push(at(second, match.index + first.length + between.length));
    return years;
  });
}
