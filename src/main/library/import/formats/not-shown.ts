import { coverOf } from '../../../../shared/text/cover.ts';
import type { HiddenRange } from '../../../../shared/model/ranges.ts';

/** The given ranges, and those the document itself does not show where none of the given is. */
export function withNotShown(
  hidden: readonly HiddenRange[],
  { hidden: notShown }: { readonly hidden: readonly HiddenRange[] },
): HiddenRange[] {
  const { touches } = coverOf(hidden);
  return [...hidden, ...notShown.filter((range) => !touches(range))];
}
