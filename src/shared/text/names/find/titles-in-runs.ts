import { isTitle, isTitleFiller } from '../honorifics.ts';
import type { Run } from './lines.ts';

/** Offices and callings that are family names where a name ends with them: "Ann King". */
const familyNames = new Set(
  'king prince bishop pope judge major marshal baron count duke lord lance general singer author page cardinal dean abbot knight pastor deacon sister brother shah sultan emir'.split(
    ' ',
  ),
);

/** True for a title that is a family name too. */
export const isSurname = (folded: string): boolean => familyNames.has(folded);

/** Words of offices that are words of organisations too: a title only beside a real one. */
const weakTitles = new Set(
  'special national security financial state staff first marine under cabinet foreign finance interior defense defence'.split(
    ' ',
  ),
);
/** True for the word of an office that is no word of organisations. */
export const isOffice = (folded: string): boolean => isTitle(folded) && !weakTitles.has(folded);

const officeWords = /^(?:Affairs|Treasury|Commerce|Justice|Education|Health|Energy)$/u;

/** What ministers are of: "Minister of Housing and Local Government". */
const portfolios = new Set(
  `affairs agriculture commerce communications consumer culture defence defense development domestic
  economic economy education employment energy environment external family finance fisheries foreign
  forestry government health home housing immigration industry information infrastructure interior
  investment justice labor labour lands local mines mining oil petroleum planning public religious
  rural science social sports technology tourism trade transport transportation treasury water welfare
  women works youth`.split(/\s+/u),
);
/** True for a word of a minister's portfolio. */
export const isPortfolio = (folded: string): boolean => portfolios.has(folded);

/** Length of the chain of titles from `from` on: "Deputy Minister of Foreign Affairs". */
export function titleLength(words: Run, from: number): number {
  let length = 0;
  let isTitled = false;
  let isOf = false;
  for (const { folded, text } of words.slice(from)) {
    const isWeak = weakTitles.has(folded);
    const isStrong = !isWeak && isTitle(folded);
    const isField = officeWords.test(text) || (isOf && portfolios.has(folded));
    const goesOn = length > 0 && (isTitleFiller(folded) || isField);
    if (!isStrong && !isWeak && !goesOn) break;
    isTitled ||= isStrong;
    isOf ||= isTitled && (text === 'of' || text === 'for');
    length += 1;
  }
  return isTitled ? length : 0;
}

/**
 * Length of the office that "Chair of the National Reform Party" opens with, where `titles`
 * words, "National" too, would be titles: a body's name begins after "of the".
 */
export function officeBeforeBody(rest: Run, titles: number): number {
  const article = rest.slice(0, titles).findLastIndex(({ text }) => text === 'the');
  const isHeld = rest.slice(0, Math.max(article, 0)).some(({ folded }) => isOffice(folded));
  return isHeld ? article + 1 : 0;
}
