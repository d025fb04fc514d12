import { dateLine } from './text-dates.ts';
import { wordedDate, type WordedDate } from './worded-date.ts';

/** Longer lines are no date lines. */
const longest = 90;

/** The date that a line of its own states, its month in any language known or in East Asian order. */
export const localDate = (line: string): WordedDate | null =>
  line.length > longest ? null : (wordedDate(line) ?? dateLine(line));
