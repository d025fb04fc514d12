import { searchKinds, type SearchKind } from '../model/search.ts';
import type { Field } from './tree.ts';

const date = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/;

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` of a date as people type it; null where it is none. */
export function dateValue(text: string): string | null {
  const match = date.exec(text.trim().normalize('NFKC'));
  if (match === null) return null;
  const [, year = '', month, day] = match;
  if (month === undefined) return year;
  const monthNumber = Number(month);
  if (monthNumber < 1 || monthNumber > 12) return null;
  const isoMonth = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined) return isoMonth;
  const lastDay = new Date(Date.UTC(Number(year), monthNumber, 0)).getUTCDate();
  if (Number(day) < 1 || Number(day) > lastDay) return null;
  return `${isoMonth}-${day.padStart(2, '0')}`;
}

/** The kind a value of `in:` names; `in:note` is `in:notes`. */
export function kindValue(text: string): SearchKind | null {
  const name = text.trim().toLowerCase();
  return searchKinds.find((kind) => kind === name || kind === `${name}s`) ?? null;
}

/** The value of a field as it is kept, or the message that says why it cannot be used. */
export function fieldValue(field: Field, text: string): { value: string } | { message: string } {
  if (field === 'after' || field === 'before') {
    const value = dateValue(text);
    return value === null
      ? { message: `${field}: takes a date as 2025, 2025-11 or 2025-11-04.` }
      : { value };
  }
  if (field === 'in') {
    const value = kindValue(text);
    return value === null ? { message: `in: takes one of ${searchKinds.join(', ')}.` } : { value };
  }
  return { value: text };
}
