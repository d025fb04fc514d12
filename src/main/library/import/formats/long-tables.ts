/** Rows of a table that are parsed together: the time for a row grows with the rows before it. */
const together = 200;

const delimiters = /^[|\s:-]*-[|\s:-]*$/;

/** Rows that were taken out of a table of Markdown. */
export interface Cut {
  /** The line, from 1, of the row that follows them in what is left. */
  readonly line: number;
  /** Tables of these rows under the table's own head, some rows each. */
  readonly tables: readonly string[];
}

/** Where the lines end that begin with a bar, as the one at `from` does. */
function barredEnd(lines: readonly string[], from: number): number {
  let end = from;
  while (lines[end]?.startsWith('|') === true) end += 1;
  return end;
}

/**
 * Markdown without the middle rows of its longest tables, and these rows as tables of their own.
 * Whether such lines are a table at all, the tree of what is left tells.
 */
export function withoutLongTables(source: string): { source: string; cuts: Cut[] } {
  const lines = source.split('\n');
  const left: string[] = [];
  const cuts: Cut[] = [];
  for (let at = 0; at < lines.length;) {
    const end = barredEnd(lines, at);
    const [head = '', delimiter = ''] = lines.slice(at, at + 2);
    // The head, one row and the last stay: they show that it is a table, and where it ends.
    const isLong = end - at > together * 2 && delimiters.test(delimiter);
    const next = Math.max(end, at + 1);
    if (isLong) {
      const rows = lines.slice(at + 3, end - 1);
      left.push(...lines.slice(at, at + 3));
      const tables = Array.from({ length: Math.ceil(rows.length / together) }, (_, part) =>
        [head, delimiter, ...rows.slice(part * together, (part + 1) * together)].join('\n'),
      );
      cuts.push({ line: left.length + 1, tables });
      left.push(lines[end - 1] ?? '');
    } else {
      for (let line = at; line < next; line += 1) left.push(lines[line] ?? '');
    }
    at = next;
  }
  return cuts.length === 0 ? { source, cuts } : { source: left.join('\n'), cuts };
}
