import type { EvidenceRule } from '../../../../shared/model/import.ts';
import type { HiddenRange } from '../../../../shared/model/ranges.ts';
import { baseName } from '../base-name.ts';
import type { DateHint, NamedWeekday } from './date-choices.ts';
import { dateOf } from './iso-date.ts';
import { weekdayNumber } from './partial-dates.ts';

/** What is known around an article whose date lacks its year. Dates as `YYYY[-MM[-DD]]`. */
export interface Surroundings {
  readonly text: string;
  readonly hidden: readonly HiddenRange[];
  readonly source: string;
  readonly url: string | null;
  readonly accessed: string | null;
  /** The day it was brought in. */
  readonly added: string;
  /** Dated articles that came with it, or carry the same report. */
  readonly siblings: readonly { readonly title: string; readonly issued: string }[];
}

const inPath =
  /(?<!\d)((?:19|20)\d\d)(?:([-/._])(0?[1-9]|1[0-2])(?:\2(0?[1-9]|[12]\d|3[01]))?|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))(?!\d)/;

/** The date in an address or the name of a file: `/2026/03/11/`, `20260311`. */
function dateInName(name: string): { date: string; words: string } | null {
  const match = inPath.exec(name);
  if (match === null) return null;
  const [words, year, , month = match[5], day = match[6]] = match;
  const date = dateOf(Number(year), Number(month), day === undefined ? undefined : Number(day));
  return date === null ? null : { date, words };
}

function named(name: string | null, rule: EvidenceRule): DateHint[] {
  const found = name === null ? null : dateInName(name);
  if (found === null || name === null) return [];
  return [{ date: found.date, bears: 'near', evidence: { rule, text: name.slice(0, 300) } }];
}

const year = /(?<![\d.,/:-])(?:19[5-9]|20\d)\d(?![\d:]|[.,]\d)/g;
const copyright =
  /(?:©|\(c\)|copyright)[^\n]{0,80}?((?:19|20)\d\d)(?!\d)(?!\s*[-–]\s*(?:19|20)\d\d)/iu;

/** How far behind its sign a year of copyright stands, in UTF-16 units. */
const behindSign = 80;
const sign = /(?:©|\(c\)|copyright)[^\n]*$/iu;

/** The latest year that the visible words name, not later than `last`. */
function namedYear(text: string, hidden: readonly HiddenRange[], last: number): DateHint[] {
  const isHidden = (at: number) =>
    hidden.some(({ start, end, by }) => by !== 'offered' && start <= at && at < end);
  let best: { year: number; at: number } | null = null;
  for (const match of text.matchAll(year)) {
    const found = Number(match[0]);
    const at = match.index;
    if (found > last || found <= (best?.year ?? 0) || isHidden(at)) continue;
    if (!sign.test(text.slice(Math.max(0, at - behindSign), at))) best = { year: found, at };
  }
  if (best === null) return [];
  const { at } = best;
  const evidence = {
    rule: 'year-in-text',
    text: String(best.year),
    start: at,
    end: at + 4,
  } as const;
  return [{ date: String(best.year), bears: 'named', evidence }];
}

function copyrightYear(text: string): DateHint[] {
  const match = copyright.exec(text);
  if (match === null) return [];
  const [words, found = ''] = match;
  const start = match.index;
  const evidence = {
    rule: 'copyright-line',
    text: words,
    start,
    end: start + words.length,
  } as const;
  return [{ date: found, bears: 'not-after', evidence }];
}

const time = (date: string): number => Date.parse(date.padEnd(7, '-06').padEnd(10, '-15'));

/** The sibling whose date is in the middle: one that is far off says little about the others. */
function middle(siblings: Surroundings['siblings']): DateHint[] {
  const sorted = siblings.toSorted((a, b) => time(a.issued) - time(b.issued));
  const one = sorted[Math.floor((sorted.length - 1) / 2)];
  if (one === undefined) return [];
  const evidence = { rule: 'sibling-date', text: one.title.slice(0, 300) } as const;
  return [{ date: one.issued, bears: 'near', evidence }];
}

/** Everything around an article that bears on the year of its date, strongest first. */
export function dateHints(around: Surroundings): DateHint[] {
  const { text, hidden, source, url, accessed, added, siblings } = around;
  return [
    ...named(url, 'url-date'),
    ...named(baseName(source), 'file-name-date'),
    ...middle(siblings),
    ...namedYear(text, hidden, Number(added.slice(0, 4))),
    ...copyrightYear(text),
    ...(accessed === null
      ? []
      : [
          {
            date: accessed,
            bears: 'not-after',
            evidence: { rule: 'accessed', text: accessed },
          } as const,
        ]),
    { date: added, bears: 'not-after', evidence: { rule: 'added', text: added } },
  ];
}

/** How far from a date its weekday may stand, in UTF-16 units. */
const besideWeekday = 14;

/** The weekday named right beside a date of a text: “Tuesday, Nov. 4”, “Nov. 4 (Tuesday)”. */
export function weekdayBeside(text: string, start: number, end: number): NamedWeekday | null {
  const before = /([A-Z][a-z]+day)\W{1,4}(?:on )?$/.exec(
    text.slice(Math.max(0, start - besideWeekday), start),
  );
  const behind = /^\W{1,3}([A-Z][a-z]+day)/.exec(text.slice(end, end + besideWeekday));
  const words = before?.[1] ?? behind?.[1];
  if (words === undefined) return null;
  const day = weekdayNumber(words);
  if (day === null) return null;
  const at = text.indexOf(words, Math.max(0, start - besideWeekday));
  return { day, evidence: { rule: 'weekday', text: words, start: at, end: at + words.length } };
}
