import { strict } from 'chrono-node/en';
import { dateOf } from './iso-date.ts';
import { numericDate } from './numeric-date.ts';
import { partialDateIn } from './partial-dates.ts';
import { wordedDay } from './worded-date.ts';

/** A date a line states. `certain` where the line says that it is the day of publication, or nothing else. */
export interface StatedDate {
  /** `YYYY-MM-DD`; `X` (EDTF) stands for what is not said: `XXXX-MM-DD` without a year. */
  readonly value: string;
  readonly certain: boolean;
  readonly start: number;
  readonly end: number;
}

const published =
  /^(?:(?:first )?published|posted|date|publié|veröffentlicht|publicado|pubblicato|опубликовано|掲載|公開|発行|发布|發布|입력|등록)(?!\p{L})/iu;
/** The day of a change, and where in the same line the day of publication may follow it. */
const updated =
  /^(?:(?:last )?(?:updated|modified)|aktualisiert|zuletzt|mise? à jour|actualizado|aggiornato|atualizado|обновлено|最終更新|更新|수정)(?!\p{L})/iu;
const thenPublished =
  /(?:first )?published|posted|veröffentlicht|publiée?|publicado|pubblicato|опубликовано|公開|掲載|发布|發布|입력/iu;
/** Relative dates ("3 months ago") have no year of their own. */
const writtenYear = /\d{4}/;
const eastern = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(?:(\d{1,2})\s*[日일])?/;
const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const fullInText = new RegExp(
  String.raw`\b(?:(?:${months})[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}\s+(?:${months})[a-z]*\.?,?\s+\d{4})\b`,
  'i',
);
const wholeMonths =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
/** Without one of these there is no day and month in the words chrono knows. */
const englishDate = new RegExp(
  String.raw`(?<![a-z])(?:${wholeMonths})(?![a-z])|\d\s*[/.-]\s*\d`,
  'i',
);
/** What may stand beside a date on a line of its own: weekday, time, place, writer. */
const longestBeside = 40;

/** "Press release no. 12/2026" counts releases. */
const isSerialNumber = (line: string, { text, index }: { text: string; index: number }): boolean =>
  /^\d{1,2}\/\d{4}$/.test(text) &&
  /(?:\b(?:no|nr|num|number|release|issue|vol|volume|n)|№|#|º|°)\.?\s*$/iu.test(
    line.slice(0, index),
  );

interface Stated extends Omit<StatedDate, 'certain'> {
  readonly doubtful?: boolean;
}

const era = /(令和|平成|昭和)\s*(\d{1,2}|元)年\s*(\d{1,2})月\s*(?:(\d{1,2})日)?/u;
/** The year before the first of each era. */
const eraBegins: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };

/** A day in years of a Japanese era: 令和7年3月14日. */
function eraDate(line: string): Stated | null {
  const match = era.exec(line);
  if (match === null) return null;
  const [whole, name = '', year, month, day] = match;
  const number = (eraBegins[name] ?? 0) + (year === '元' ? 1 : Number(year));
  const value = dateOf(number, Number(month), day === undefined ? undefined : Number(day));
  return value === null ? null : { value, start: match.index, end: match.index + whole.length };
}

function stated(line: string): Stated | null {
  const east = eastern.exec(line);
  if (east !== null) {
    const [whole, year, month, day] = east;
    const value = dateOf(Number(year), Number(month), day === undefined ? undefined : Number(day));
    return value === null ? null : { value, start: east.index, end: east.index + whole.length };
  }
  const inDigits = eraDate(line) ?? numericDate(line);
  if (inDigits !== null) return inDigits;
  const [result] = englishDate.test(line) ? strict.parse(line, new Date(0)) : [];
  if (result === undefined || !writtenYear.test(result.text)) return wordedDay(line);
  if (isSerialNumber(line, result)) return null;
  const { start } = result;
  if (!start.isCertain('year') || !start.isCertain('month')) return null;
  const day = start.isCertain('day') ? (start.get('day') ?? undefined) : undefined;
  const value = dateOf(start.get('year') ?? 0, start.get('month') ?? 0, day);
  if (value === null) return null;
  return { value, start: result.index, end: result.index + result.text.length };
}

/** The date of a short line near the title. Relative dates ("3 months ago") say nothing. */
export function dateLine(line: string): StatedDate | null {
  if (line.length > 120 || !(writtenYear.test(line) || era.test(line))) return null;
  const isChange = updated.test(line);
  const from = isChange ? line.search(thenPublished) : -1;
  if (from > 0) {
    const later = dateLine(line.slice(from));
    if (later !== null) return { ...later, start: later.start + from, end: later.end + from };
  }
  const found = stated(line);
  if (found === null) return null;
  const { value, start, end, doubtful = false } = found;
  const says = published.test(line) || line.length - (end - start) <= longestBeside;
  return { value, start, end, certain: says && !doubtful && !isChange };
}

/** A day named in running text: of the event, perhaps, so never certain. */
export function dateInText(paragraph: string): StatedDate | null {
  const hasYear = writtenYear.test(paragraph);
  const full = hasYear ? fullInText.exec(paragraph) : null;
  const partial = partialDateIn(paragraph);
  const worded = full === null && hasYear ? wordedDay(paragraph) : null;
  if (worded !== null && (partial === null || worded.start <= partial.start)) {
    return { ...worded, certain: false };
  }
  if (full !== null && (partial === null || full.index <= partial.start)) {
    const found = stated(full[0]);
    if (found === null) return null;
    return {
      value: found.value,
      certain: false,
      start: full.index,
      end: full.index + full[0].length,
    };
  }
  return partial === null ? null : { ...partial, certain: false };
}
