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

/** A date as precise as it is known: "11 March 2031", "March 2031", "2031", or "n.d.". */
export function formatIssued(issued: string | null): string {
  if (issued === null) return 'n.d.';
  const [year = '', month, day] = issued.split('-');
  const name = month === undefined ? undefined : months[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), name, year]
    .filter((part) => part !== undefined)
    .join(' ');
}
