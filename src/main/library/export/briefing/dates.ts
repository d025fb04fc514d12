const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const inWords = (...parts: (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join(' ');

function partsOf(issued: string) {
  const [year = '', month, day] = issued.split('-');
  return {
    year,
    month: month === undefined ? undefined : months[Number(month) - 1],
    day: day === undefined ? undefined : String(Number(day)),
  };
}

/** A date as precise as it is known: "11 March 2031", "March 2031", "2031", or "n.d.". */
export function formatIssued(issued: string | null): string {
  if (issued === null) return 'n.d.';
  const { year, month, day } = partsOf(issued);
  return inWords(day, month, year);
}

/** A first and a last date without saying twice what they share: "11–15 May 2031". */
export function formatDates(first: string | null, last: string | null): string {
  if (first === null || last === null || first === last) return formatIssued(first);
  const [from, to] = [partsOf(first), partsOf(last)];
  if (from.year !== to.year) return `${formatIssued(first)} – ${formatIssued(last)}`;
  if (from.month !== to.month) {
    // "2031 – May 2031" says no more than the year.
    if (from.month === undefined || to.month === undefined) return from.year;
    return `${inWords(from.day, from.month)} – ${formatIssued(last)}`;
  }
  if (from.day === undefined || to.day === undefined) return inWords(from.month, from.year);
  return `${from.day}–${to.day} ${inWords(to.month, to.year)}`;
}
