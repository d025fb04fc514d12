import { searchKinds, type SearchKind } from '../model/search.ts';
import type { Field } from './tree.ts';

/** A separator at the end is followed by more, or by nothing. */
const date = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?[-/.]?$/;

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` of a date as people type it, or the message that it is none. */
function dateValue(field: Field, text: string): { value: string } | { message: string } {
  const match = date.exec(text.trim().normalize('NFKC'));
  if (match === null) {
    return { message: `${field}: takes a date as 2025, 2025-11 or 2025-11-04.` };
  }
  const [, year = '', month, day] = match;
  if (month === undefined) return { value: year };
  const monthNumber = Number(month);
  if (monthNumber < 1 || monthNumber > 12) {
    return {
      message: `There is no month ${month}, so the date was left out. Months run from 01 to 12.`,
    };
  }
  const isoMonth = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined) return { value: isoMonth };
  const lastDay = new Date(Date.UTC(Number(year), monthNumber, 0)).getUTCDate();
  if (Number(day) < 1 || Number(day) > lastDay) {
    return {
      message: `${isoMonth} has no day ${day}, so the date was left out. It has ${lastDay} days.`,
    };
  }
  return { value: `${isoMonth}-${day.padStart(2, '0')}` };
}

/** The kind a value of `in:` names; `in:note` is `in:notes`. */
function kindValue(text: string): SearchKind | null {
  const name = text.trim().toLowerCase();
  return searchKinds.find((kind) => kind === name || kind === `${name}s`) ?? null;
}

/** The value of a field as it is kept, or the message that says why it cannot be used. */
export function fieldValue(field: Field, text: string): { value: string } | { message: string } {
  if (field === 'after' || field === 'before') return dateValue(field, text);
  if (field === 'in') {
    const value = kindValue(text);
    return value === null ? { message: `in: takes one of ${searchKinds.join(', ')}.` } : { value };
  }
  return { value: text };
}
