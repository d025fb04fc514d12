import type { DateChoice, Evidence } from '../../../../shared/model/import.ts';
import { dateOf } from './iso-date.ts';

/** Something known that bears on the year of a date. */
export interface DateHint {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date: string;
  /**
   * `near`: the article is of about this date. `named`: the text names this year, so it is hardly much older.
   * `not-after`: the article was there by then.
   */
  readonly bears: 'near' | 'named' | 'not-after';
  readonly evidence: Evidence;
}

/** A weekday named beside the date, 0 for Sunday. */
export interface NamedWeekday {
  readonly day: number;
  readonly evidence: Evidence;
}

const most = 4;
/** A weekday fits one year in six or so: this far back is looked for one. */
const weekdayReach = 12;
const dayLength = 86_400_000;

const time = (date: string): number =>
  Date.parse(`${date.padEnd(7, '-06').padEnd(10, '-15')}T00:00:00Z`);
const weekdayOf = (date: string): number => new Date(time(date)).getUTCDay();
const yearOf = (date: string): number => Number(date.slice(0, 4));
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const isWhole = (date: string): boolean => date.length === 10;

/** Whether a day is no later than `bound`, which may say less than a day. */
const isBy = (date: string, bound: string): boolean => date.slice(0, bound.length) <= bound;

const earliest = (hints: readonly DateHint[]): DateHint | undefined =>
  hints.toSorted((a, b) => a.date.localeCompare(b.date))[0];

const latest = (hints: readonly DateHint[]): DateHint | undefined =>
  hints.toSorted((a, b) => b.date.localeCompare(a.date))[0];

const inYears = (years: readonly number[], month: number, day: number): string[] =>
  years.flatMap((year) => dateOf(year, month, day) ?? []);

/** Collects evidence by date, in the order it is given. */
class Choices {
  readonly #byDate = new Map<string, Evidence[]>();

  add(date: string, evidence: Evidence): void {
    const all = this.#byDate.get(date) ?? [];
    if (!all.includes(evidence)) all.push(evidence);
    this.#byDate.set(date, all);
  }

  made(): DateChoice[] {
    return [...this.#byDate].map(([value, evidence]) => ({ value, evidence }));
  }
}

/** The days that end like `-DD`, or are the weekday, right before days that are known. */
function daysBefore(near: readonly DateHint[], fits: (date: string) => boolean): Choices {
  const choices = new Choices();
  for (const { date, evidence } of near) {
    if (!isWhole(date)) continue;
    const days = Array.from({ length: 31 }, (_, back) => dayOf(time(date) - back * dayLength));
    const found = days.find(fits);
    if (found !== undefined) choices.add(found, evidence);
  }
  return choices;
}

/** The years a month and a day may be of. */
function years(
  month: number,
  day: number,
  hints: readonly DateHint[],
  named: NamedWeekday | null,
): Choices {
  const choices = new Choices();
  const bounds = hints.filter(({ bears }) => bears === 'not-after');
  const upper = earliest(bounds);
  const possible = (date: string) =>
    bounds.every((bound) => isBy(date, bound.date)) &&
    (named === null || weekdayOf(date) === named.day);
  const offer = (date: string, evidence: Evidence) => {
    if (named !== null) choices.add(date, named.evidence);
    choices.add(date, evidence);
  };
  for (const { date, bears, evidence } of hints) {
    if (bears !== 'near') continue;
    const about = yearOf(date);
    const candidates = inYears(
      date.length === 4 ? [about] : [about - 1, about, about + 1],
      month,
      day,
    );
    const [closest] = candidates.toSorted(
      (a, b) => Math.abs(time(a) - time(date)) - Math.abs(time(b) - time(date)),
    );
    if (closest !== undefined && possible(closest)) offer(closest, evidence);
  }
  if (upper === undefined) return choices;
  const last = yearOf(upper.date);
  const lower = latest(
    hints.filter(({ bears, date }) => bears === 'named' && yearOf(date) <= last),
  );
  const back = named === null ? 1 : weekdayReach;
  // The year a text names may be one it looks forward to.
  const first = lower === undefined ? last - back : yearOf(lower.date) - 1;
  const all = inYears(
    Array.from({ length: last - first + 1 }, (_, index) => last - index),
    month,
    day,
  ).filter(possible);
  const shown = all.length > most ? [...all.slice(0, most - 1), ...all.slice(-1)] : all;
  for (const date of shown) {
    if (lower !== undefined && yearOf(date) >= yearOf(lower.date)) offer(date, lower.evidence);
    offer(date, upper.evidence);
  }
  return choices;
}

/**
 * The full dates that `partial` (EDTF with `X` for what is not said) may stand for, each with what
 * speaks for it, the likeliest first; none where nothing does. A date is never later than a
 * `not-after`. `weekday` is that of a partial date which is only that; `named` stands beside a day.
 */
export function dateChoices(
  partial: string,
  weekday: number | null,
  hints: readonly DateHint[],
  named: NamedWeekday | null,
): DateChoice[] {
  const [, month, day] = partial.split('-');
  const near = hints.filter(({ bears }) => bears === 'near');
  if (day === 'XX') {
    return weekday === null ? [] : daysBefore(near, (date) => weekdayOf(date) === weekday).made();
  }
  if (month === 'XX') return daysBefore(near, (date) => date.endsWith(`-${day}`)).made();
  const found = years(Number(month), Number(day), hints, named).made();
  const anyway = years(Number(month), Number(day), hints, null).made();
  return (found.length > 0 ? found : anyway).slice(0, most);
}
