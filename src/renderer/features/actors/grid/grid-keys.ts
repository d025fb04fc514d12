/** A cell of a grid; row -1 is the header row, column 0 the row's name. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  /** With the column of the rows' names. */
  readonly columns: number;
}

const pageRows = 5;

/** Where a key leads in a grid (ARIA's grid pattern); null for a key that leads nowhere. */
export function gridMove(
  { key, ctrl }: { readonly key: string; readonly ctrl: boolean },
  { row, column }: GridPlace,
  { rows, columns }: GridSize,
): GridPlace | null {
  const within = (place: GridPlace): GridPlace => ({
    row: Math.min(rows - 1, Math.max(-1, place.row)),
    column: Math.min(columns - 1, Math.max(0, place.column)),
  });
  switch (key) {
    case 'ArrowDown':
      return within({ row: row + 1, column });
    case 'ArrowUp':
      return within({ row: row - 1, column });
    case 'ArrowRight':
      return within({ row, column: column + 1 });
    case 'ArrowLeft':
      return within({ row, column: column - 1 });
    case 'PageDown':
      return within({ row: row + pageRows, column });
    case 'PageUp':
      return within({ row: row - pageRows, column });
    case 'Home':
      return within({ row: ctrl ? 0 : row, column: 0 });
    case 'End':
      return within({ row: ctrl ? rows - 1 : row, column: columns - 1 });
    default:
      return null;
  }
}

/** The next place that `wants` something after `from`, row by row, starting again at the top. */
export function nextWanting(
  from: GridPlace,
  { rows, columns }: GridSize,
  wants: (place: GridPlace) => boolean,
): GridPlace | null {
  const count = rows * columns;
  const start = Math.max(0, from.row) * columns + from.column;
  for (let step = 1; step <= count; step += 1) {
    const index = (start + step) % count;
    const place = { row: Math.floor(index / columns), column: index % columns };
    if (wants(place)) return place;
  }
  return null;
}
