/** What a spreadsheet would run: `=`, `+`, `-`, `@` at the start, also after white space. */
const formula = /^[\s\u00a0]*[=+\-@＝＋－＠]|^[\t\r]/u;

function cell(value: string | number): string {
  const text = String(value);
  const inert = typeof value === 'string' && formula.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]/u.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/**
 * Rows as CSV after RFC 4180, in UTF-8 with a byte order mark, which spreadsheets need to read it.
 * A cell that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export function toCsv(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const lines = rows.map((row) => row.map(cell).join(',')).join('\r\n');
  return new TextEncoder().encode(`\ufeff${lines}\r\n`);
}
