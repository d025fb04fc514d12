const daily = 12;
const weekly = 10;
const monthly = 9;

/** Days since 1970 of a backup name's date (`library-YYYY-MM-DD…`). */
const dayOf = (name: string) => Math.floor(Date.parse(name.slice(8, 18)) / 86_400_000);

/**
 * Which backups stay: the newest of each of the last 12 days, 10 weeks and 9 months that have one.
 * Counted over the backups themselves, never over today's date, so a wrong clock loses nothing.
 */
export function backupsToKeep(names: readonly string[]): Set<string> {
  const newestFirst = [...names].sort().reverse();
  const keep = new Set<string>();
  const keepNewestPer = (period: (name: string) => string | number, count: number) => {
    const seen = new Set<string | number>();
    for (const name of newestFirst) {
      const key = period(name);
      if (seen.has(key)) continue;
      if (seen.size === count) break;
      seen.add(key);
      keep.add(name);
    }
  };
  keepNewestPer(dayOf, daily);
  // 1970-01-01 was a Thursday: three days on, weeks begin on Monday.
  keepNewestPer((name) => Math.floor((dayOf(name) + 3) / 7), weekly);
  keepNewestPer((name) => name.slice(8, 15), monthly);
  return keep;
}
