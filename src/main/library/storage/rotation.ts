import { newestOfPeriods } from './thinning.ts';

const periods = { daily: 12, weekly: 10, monthly: 9 };

/** Which backups (`library-YYYY-MM-DD…`) stay; a monthly one outlives the weekly and daily ones. */
export const backupsToKeep = (names: readonly string[]): Set<string> =>
  newestOfPeriods([...names].sort().reverse(), (name) => name.slice(8), periods);
