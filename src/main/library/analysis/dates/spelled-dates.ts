import type { ParsedResult } from 'chrono-node/en';
import { calendarOf } from './calendars.ts';
import { daysAfter, isDay, weekdayOf, written, type TextDate } from './text-date.ts';

type ParsedComponents = ParsedResult['start'];
type Found = Omit<TextDate, 'sentence'>;
type Value = Pick<Found, 'from' | 'inferred'>;

interface Told {
  readonly sentence: string;
  /** The article's date, as precise as it is known. */
  readonly issued: string | null;
}

/** What says that a weekday is still to come. */
const toCome =
  /\b(?:will|shall|would|next|coming|upcoming|scheduled|plans? to|planned|set to|due|ahead of|expected to|is to|are to)\b/iu;
/** How far before a weekday that is looked for. */
const leadUp = 60;
/** Hours, spans and parts of days are no dates; weeks are read on their own. */
const noDate =
  /^now$|\b(?:morning|afternoon|evening|tonight|week|weekend|hour|minute|second|quarter|decade)s?\b/iu;
const span = /^(?:for|within|every|each)\b/iu;
/** What stands before a date and is none of it. */
const leading = /^(?:on|am|le|el|il|em|op)\s+/iu;
/** Day and month, or month and day: nobody can tell. */
const bySlashes = /^\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?$/u;
/** Words that are names of months and days and other words as well. */
const alsoOther = /^(?:may|march|mar|sun|sat|jan)\.?$/iu;
const afterPreposition =
  /\b(?:in|since|until|till|by|from|of|on|last|next|early|late|mid)[\s-]+$/iu;
const unknown: Value = { from: null, inferred: false };

/** The day that relative words are counted from where only the month or the year is known. */
function referenceOf(issued: string | null): Date {
  const [year = '2000', month = '06', date = '15'] = (issued ?? '2000').split('-');
  return new Date(`${year}-${month}-${date}T12:00:00Z`);
}

/** As precise as the unit the words count in, where the day they count from is that well known. */
function relative(words: string, parts: ParsedComponents, issued: string | null): Value {
  const isOfYears = /\byears?\b|\bjahre?n?\b|\bans?\b|\baños?\b/iu.test(words);
  const isOfMonths = /\bmonths?\b|\bmonate?n?\b|\bmois\b|\bmes(?:es)?\b/iu.test(words);
  const precision = isOfYears ? 1 : isOfMonths ? 2 : 3;
  if ((issued ?? '').split('-').length < precision || issued === null) return unknown;
  const [year, month, date] = [parts.get('year'), parts.get('month'), parts.get('day')];
  if (year === null || month === null || date === null) return unknown;
  const from = written(year, precision > 1 ? month : undefined, precision > 2 ? date : undefined);
  return { from, inferred: true };
}

function onWeekday(weekday: number, before: string, issued: string | null): Value {
  if (!isDay(issued)) return unknown;
  const back = (weekdayOf(issued) - weekday + 7) % 7;
  const ahead = (7 - back) % 7;
  return { from: daysAfter(issued, toCome.test(before) ? ahead : -back), inferred: true };
}

/** `before`: the words that lead up to the date. */
function valueOf(
  words: string,
  parts: ParsedComponents,
  before: string,
  { issued }: Told,
): Value | null {
  const year = parts.get('year');
  const weekday = parts.get('weekday');
  const month = parts.isCertain('month') ? (parts.get('month') ?? undefined) : undefined;
  const date = parts.isCertain('day') ? (parts.get('day') ?? undefined) : undefined;
  if (year === null) return null;
  if (parts.isCertain('year')) {
    return /\d{4}/u.test(words)
      ? { from: written(year, month, date), inferred: false }
      : relative(words, parts, issued);
  }
  if (month !== undefined) {
    const isKnown = issued !== null;
    return { from: written(isKnown ? year : null, month, date), inferred: isKnown };
  }
  return weekday !== null && parts.isCertain('weekday') ? onWeekday(weekday, before, issued) : null;
}

function read({ text, index, start, end }: ParsedResult, told: Told): Found | null {
  const trimmed = text.replace(/[\s,.;:]+$/u, '');
  const lead = leading.exec(trimmed)?.[0].length ?? 0;
  const words = trimmed.slice(lead);
  if (words === '' || noDate.test(words) || span.test(trimmed) || bySlashes.test(words))
    return null;
  if (alsoOther.test(words)) {
    const isCapital = /^\p{Lu}/u.test(words);
    if (!isCapital || !afterPreposition.test(told.sentence.slice(0, index + lead))) return null;
  }
  const before = told.sentence.slice(Math.max(0, index - leadUp), index + lead + words.length);
  const value = valueOf(words, start, before, told);
  if (value === null) return null;
  const last = end == null ? null : (valueOf(words, end, before, told)?.from ?? null);
  const until = last !== null && value.from !== null && last > value.from ? last : null;
  const at = index + lead;
  return { start: at, end: at + words.length, ...value, until };
}

const week = /\b(last|this|next)\s+week\b/giu;
const steps = { last: -7, this: 0, next: 7 } as const;

/** "last week": Monday to Sunday. */
function weeks({ sentence, issued }: Told): Found[] {
  return [...sentence.matchAll(week)].map((match): Found => {
    const start = match.index;
    const end = start + match[0].length;
    if (!isDay(issued)) return { start, end, from: null, until: null, inferred: false };
    const step = steps[(match[1] ?? 'this').toLowerCase() as keyof typeof steps];
    const monday = daysAfter(issued, step - ((weekdayOf(issued) + 6) % 7));
    return { start, end, from: monday, until: daysAfter(monday, 6), inferred: true };
  });
}

/** Dates in words and figures of a sentence, in the ways of its language. */
export function spelledDates(told: Told, language: string | null): Found[] {
  const results = calendarOf(language).parse(told.sentence, {
    instant: referenceOf(told.issued),
    timezone: 0,
  });
  const found = results.map((result) => read(result, told)).filter((one) => one !== null);
  return [...found, ...weeks(told)];
}
