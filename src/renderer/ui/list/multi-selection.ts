/** What is chosen in a list of which many rows can be. */
export interface MultiSelection {
  readonly ids: ReadonlySet<string>;
  /** The row where a range begins: the one chosen last without Shift. */
  readonly anchor: string | null;
}

export const nothing: MultiSelection = { ids: new Set(), anchor: null };

export const all = (ids: readonly string[]): MultiSelection => ({
  ids: new Set(ids),
  anchor: null,
});

/** Only this row. */
export const only = (id: string): MultiSelection => ({ ids: new Set([id]), anchor: id });

/** This row as well, or no longer. */
export function toggled({ ids: chosen }: MultiSelection, id: string): MultiSelection {
  const ids = new Set(chosen);
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchor: id };
}

/** All of these rows from the anchor to row `index`, or from row `from` where nothing is chosen. */
export function extended(
  rows: readonly string[],
  { ids, anchor }: MultiSelection,
  index: number,
  from: number,
): MultiSelection {
  const known = ids.size === 0 || anchor === null ? -1 : rows.indexOf(anchor);
  const start = known < 0 ? from : known;
  return {
    ids: new Set(rows.slice(Math.min(start, index), Math.max(start, index) + 1)),
    anchor: rows[start] ?? null,
  };
}

/** What is still there after the list changed. The same object where nothing went. */
export function stillThere(ids: readonly string[], selection: MultiSelection): MultiSelection {
  if (selection.ids.size === 0) return selection;
  const left = ids.filter((id) => selection.ids.has(id));
  return left.length === selection.ids.size ? selection : { ...selection, ids: new Set(left) };
}
