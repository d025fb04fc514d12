import { coverOf } from '../../../../shared/text/cover.ts';
import type { HiddenRange } from '../../../../shared/model/ranges.ts';

/** The ranges of both, of `second` those that touch none of `first`. */
export function joinHidden(
  first: readonly HiddenRange[],
  second: readonly HiddenRange[],
): HiddenRange[] {
  const { touches } = coverOf(first);
  return [...first, ...second.filter((range) => !touches(range))];
}
