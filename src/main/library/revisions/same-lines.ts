import { diffArrays } from 'diff';
import type { TextRange } from '../../../shared/model/ranges.ts';

/** The lines of a text that are not blank. */
export function linesIn(text: string): TextRange[] {
  const lines: TextRange[] = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    if (text.slice(start, end).trim() !== '') lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

/** Texts that differ in more lines than this share none: comparing them would take too long. */
const mostEdits = 4000;

/** Which line of `after` each line of `before` still is, by index, in order. */
export function sameLines(
  before: readonly string[],
  after: readonly string[],
): Map<number, number> {
  const pairs = new Map<number, number>();
  let from = 0;
  let to = 0;
  const changes = diffArrays([...before], [...after], { maxEditLength: mostEdits }) ?? [];
  for (const { added, removed, count } of changes) {
    if (!added && !removed) {
      for (let step = 0; step < count; step += 1) pairs.set(from + step, to + step);
    }
    if (!added) from += count;
    if (!removed) to += count;
  }
  return pairs;
}
