import type { DomElement } from './dom.ts';

/** Columns and rows one cell may take; a page says what it likes. */
const mostSpanned = 100;
/** A row of more columns is cut there: what follows stands in the last one. */
const mostColumns = 500;

const isCell = (tag: string): boolean => tag === 'td' || tag === 'th';

function spanOf(cell: DomElement, attribute: string): number {
  const span = Number.parseInt(cell.getAttribute(attribute) ?? '1', 10);
  return Number.isInteger(span) ? Math.min(mostSpanned, Math.max(1, span)) : 1;
}

function cellsOf(row: DomElement): DomElement[] {
  const cells: DomElement[] = [];
  for (let child = row.lastChild; child !== null; child = child.previousSibling) {
    if (child.nodeType !== 1) continue;
    const element = child as DomElement;
    if (isCell(element.localName.toLowerCase())) cells.push(element);
  }
  return cells.toReversed();
}

/** Where the cells of tables stand, with what `colspan` and `rowspan` say of them. */
export function tableGrid() {
  /** By the element around the rows: for each column, how many more rows a cell from above fills. */
  const filled = new Map<DomElement | null, number[]>();
  const columns = new Map<DomElement, number>();
  return {
    /** Places the cells of a row; its table's rows come in their order. */
    addRow(row: DomElement): void {
      const above = filled.get(row.parentElement) ?? [];
      const below = above.map((rows) => Math.max(0, rows - 1));
      let column = 0;
      for (const cell of cellsOf(row)) {
        while ((above[column] ?? 0) > 0) column += 1;
        columns.set(cell, Math.min(column, mostColumns));
        const rows = spanOf(cell, 'rowspan') - 1;
        for (const end = column + spanOf(cell, 'colspan'); column < end; column += 1) {
          if (rows > 0 && column < mostColumns) below[column] = rows;
        }
      }
      filled.set(
        row.parentElement,
        Array.from(below, (rows) => rows ?? 0),
      );
    },
    /** The column of a cell of a row that was added, from 0. */
    columnOf: (cell: DomElement): number => columns.get(cell) ?? 0,
  };
}
