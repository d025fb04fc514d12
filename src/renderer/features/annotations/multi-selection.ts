/** What is chosen in a list of which many rows can be. Indices are those of the list's ids. */
export interface MultiSelection {
  readonly ids: ReadonlySet<string>;
  /** Where a range begins: the row chosen last without Shift. */
  readonly anchor: number;
}

export const nothing: MultiSelection = { ids: new Set(), anchor: 0 };

/** Only this row. */
export const only = (ids: readonly string[], index: number): MultiSelection => ({
  ids: new Set(ids.slice(index, index + 1)),
  anchor: index,
});

/** This row as well, or no longer. */
export function toggled(
  ids: readonly string[],
  { ids: chosen }: MultiSelection,
  index: number,
): MultiSelection {
  const id = ids[index];
  if (id === undefined) return { ids: chosen, anchor: index };
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: index };
}

/** All rows from the anchor to this one. */
export const extended = (
  ids: readonly string[],
  { anchor }: MultiSelection,
  index: number,
): MultiSelection => ({
  ids: new Set(ids.slice(Math.min(anchor, index), Math.max(anchor, index) + 1)),
  anchor,
});

export const all = (ids: readonly string[]): MultiSelection => ({ ids: new Set(ids), anchor: 0 });

/** What is still there after the list changed. The same object where nothing went. */
export function stillThere(ids: readonly string[], selection: MultiSelection): MultiSelection {
  if (selection.ids.size === 0) return selection;
  const left = ids.filter((id) => selection.ids.has(id));
  return left.length === selection.ids.size ? selection : { ...selection, ids: new Set(left) };
}
