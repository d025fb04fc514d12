import type { Fragment } from './fragments.ts';

/** What browsers print around a page: day and time above it, address and page number below. */
const printed = {
  above: /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\.?,? \d{1,2}:\d{2}(?: ?[AP]M)?$/i,
  address: /^(?:https?|file):\/\/\S+$/,
  number: /^\d{1,4}\/\d{1,4}$/,
};

/** An address as a browser prints it under a page, and did not cut off. */
export const isAddressOfPrint = ({ text }: Fragment): boolean =>
  printed.address.test(text) && !/…$|\.{3}$/.test(text);

/** The first and the last row of a page that a browser printed, also where there is only one page. */
export function printedRows(fragments: readonly Fragment[]): Fragment[] {
  const heights = fragments.map(({ y }) => Math.round(y));
  const rowAt = (height: number) => fragments.filter(({ y }) => Math.abs(y - height) <= 1);
  const [above, below] = [rowAt(Math.max(...heights)), rowAt(Math.min(...heights))];
  const has = (row: readonly Fragment[], mark: RegExp) => row.some(({ text }) => mark.test(text));
  const isPrinted =
    has(above, printed.above) && has(below, printed.address) && has(below, printed.number);
  return isPrinted ? [...above, ...below] : [];
}
