import { kinds, weights, type FoundKind } from './weights.ts';

/** How much each feature speaks for each of `kinds`. */
export type Weights = Readonly<Record<string, readonly number[]>>;

/**
 * Weighed by hand: features the collections hardly show, and that what is named again is worth
 * proposing where the weights are in doubt.
 */
const byHand: Weights = {
  'family name first, short given names': [3, 0, 0, -1],
  'family name in capitals': [1.5, -0.5, 0, -0.5],
  'after Mr or Ms': [2, 0, -1, -1],
  'after a title': [1.5, 0, -1, -0.5],
  'one word after Mr or Ms': [1, 0, -1, -0.5],
  'before himself or herself': [3, 0, 0, 0],
  'one word before himself or herself': [3, 0, 0, 0],
  address: [0, 2, 0, 0],
  slash: [-2, 1, -1, 0],
  'two particles': [2, 0, 0, 0],
  'ends with a state': [-2, 0, 0, 0],
  'beside a score': [-1, 2, 0, -0.5],
  'one word beside a score': [-1, 2, 0, -0.5],
  'before a role in sports': [-0.5, 1.5, 0, 0],
  'one word before a role in sports': [-1, 2, 0, -0.5],
  'before or after beat': [0, 0.8, 0, 0],
  'one word before or after beat': [0, 0.8, 0, 0],
  'before a verb of markets': [-0.5, 1.5, -0.5, -0.5],
  'one word before a verb of markets': [-0.5, 1.5, -0.5, -0.5],
  'one word: inner capital': [-1.5, 0.8, 0, 0],
  'one word: ends as outlets and firms do': [-1.5, 1.5, -0.5, 0],
  'one word: capitals': [-0.8, 0.3, 0, 0],
  'one word: acronym without a vowel': [-1.5, 0, 0, 0],
  'first word has an inner capital': [-2, 1, 0, 0],
  'last word has an inner capital': [-1.5, 0.5, 0, 0],
  'ends with a word of organisations alone': [-1, 0.5, 0, 0],
  'hyphen beside capitals': [-1.5, 0, 0, 0.5],
  'after a word for an organisation': [-1.5, 1.5, -0.5, -0.3],
  'one word after a word for an organisation': [-1.5, 1.5, -0.5, -0.3],
  'after a word for a craft': [-1, -2, -1, 1.5],
  'one word after a word for a craft': [-1, -2, -1, 1.5],
  'before an organisation in apposition': [-1.5, 1.5, -0.5, -0.3],
  'one word before an organisation in apposition': [-1.5, 1.5, -0.5, -0.3],
  'after what is done by firms': [-0.3, 0.5, 0, 0],
  'one word after what is done by firms': [-0.3, 0.5, 0, 0],
  'one word before a verb of outlets': [-0.3, 0.8, 0, -0.2],
  'named again': [0, 0, 0, -0.8],
  'one word named again': [0, 0, 0, -0.5],
};

/** The kind most speaks for, by the weights of what was seen; null: most likely no name. */
export function kindOf(features: Iterable<string>, table: Weights = weights): FoundKind | null {
  const sums = kinds.map(() => 0);
  for (const feature of features) {
    for (const row of [table[feature], byHand[feature]]) {
      row?.forEach((weight, kind) => {
        sums[kind] = (sums[kind] ?? 0) + weight;
      });
    }
  }
  const best = sums.indexOf(Math.max(...sums));
  return kinds[best] ?? null;
}
