import type { Understood } from '../../../shared/model/search.ts';
import { withoutParts } from '../../../shared/query/edit.ts';
import { shownChips, type ShownChip } from './shown-chips.ts';

/** A query without one of its chips. */
export interface Shorter {
  readonly left: ShownChip;
  readonly q: string;
}

/** The queries that are left of `q` where one of its chips is taken out; at most `most` of them. */
export function withoutOne(q: string, understood: readonly Understood[], most: number): Shorter[] {
  const chips = shownChips(understood).filter(({ chip }) => chip.kind !== 'operator');
  if (chips.length < 2) return [];
  const all = chips
    .slice(0, most)
    .map((left) => ({ left, q: withoutParts(q, left.parts) }))
    .filter((shorter) => shorter.q.trim() !== '');
  // Of the same words written twice either may go.
  return [...new Map(all.map((shorter) => [shorter.q, shorter])).values()];
}
