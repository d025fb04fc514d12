/** Counts behind precision and recall. */
export interface Tally {
  right: number;
  found: number;
  gold: number;
}

export const tally = (): Tally => ({ right: 0, found: 0, gold: 0 });

export const precision = ({ right, found }: Tally): number => right / Math.max(1, found);
export const recall = ({ right, gold }: Tally): number => right / Math.max(1, gold);
export function f1(counts: Tally): number {
  const [p, r] = [precision(counts), recall(counts)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}

/** ".81", "1.00"; three places. */
export const figure = (value: number): string => value.toFixed(3).replace(/^0/u, '');
export const pair = (counts: Tally): string =>
  `${figure(precision(counts))}/${figure(recall(counts))}`;
