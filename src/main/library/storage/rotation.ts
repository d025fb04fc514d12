import { newestOfPeriods } from './thinning.ts';

const periods = { daily: 12, weekly: 10, monthly: 9 };

/** So many of the newest stay whatever their day: what was backed up this morning is not given up for noon. */
const newest = 5;

/**
 * Which backups (`library-YYYY-MM-DD…`) stay: the newest five, and the newest of each of the last
 * days, weeks and months; a monthly one outlives the weekly and daily ones.
 */
export function backupsToKeep(names: readonly string[]): Set<string> {
  const newestFirst = [...names].sort().reverse();
  return new Set([
    ...newestOfPeriods(newestFirst, (name) => name.slice(8), periods),
    ...newestFirst.slice(0, newest),
  ]);
}
