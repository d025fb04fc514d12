import type { KeyboardEvent, MouseEvent } from 'react';
import { extended, nothing, only, toggled, type MultiSelection } from './multi-selection.ts';

/** A list of which many rows can be chosen. */
export interface Choice {
  /** The ids of its rows, in their order. */
  readonly rows: readonly string[];
  /** The row that Tab reaches: where a range begins while nothing is chosen. */
  readonly active: number;
  readonly selection: MultiSelection;
  readonly select: (selection: MultiSelection) => void;
  readonly selectAll: () => void;
}

type Modifiers = Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>;
type Key = Modifiers & Pick<KeyboardEvent, 'key' | 'preventDefault'>;

/** A row as well, or no longer; with Shift all rows to it. */
export function chooseRow(
  choice: Choice,
  { shiftKey }: Pick<Modifiers, 'shiftKey'>,
  index: number,
) {
  const { rows, active, selection, select } = choice;
  const id = rows[index];
  if (id === undefined) return;
  select(shiftKey ? extended(rows, selection, index, active) : toggled(selection, id));
}

/** A click on a row with Ctrl or Cmd, or with Shift; false where it was with none of them. */
export function chooseByClick(choice: Choice, event: Modifiers, index: number): boolean {
  if (!event.shiftKey && !event.ctrlKey && !event.metaKey) return false;
  chooseRow(choice, event, index);
  return true;
}

/**
 * A key on row `index`, which would move the focus to row `target`: Shift with such a key chooses
 * the rows on the way, Space that row, Ctrl+A all, Escape none. Keys that were meant for it and move
 * nothing are kept from the list.
 */
export function chooseByKey(
  choice: Choice,
  event: Key,
  index: number,
  target: number | null,
): void {
  const { rows, selection, select, selectAll } = choice;
  const command = event.ctrlKey || event.metaKey;
  if (target !== null) {
    if (!event.shiftKey || command) return;
    const id = rows[index] ?? '';
    select(extended(rows, selection.ids.has(id) ? selection : only(id), target, index));
    return;
  }
  if (event.key === ' ') chooseRow(choice, event, index);
  else if (command && !event.shiftKey && event.key.toLowerCase() === 'a') selectAll();
  else if (event.key === 'Escape' && selection.ids.size > 0) select(nothing);
  else return;
  event.preventDefault();
}
