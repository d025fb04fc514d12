import type { ComparedBlock } from '../../../shared/model/version.ts';

/** Unchanged blocks shown before and after a change. */
const around = 1;

/** The blocks to show; a number stands for so many unchanged ones that are folded away. */
export function foldUnchanged(blocks: readonly ComparedBlock[]): (ComparedBlock | number)[] {
  const near = new Set<number>();
  for (const [index, { change }] of blocks.entries()) {
    if (change === 'same') continue;
    for (let at = index - around; at <= index + around; at += 1) near.add(at);
  }
  const shown: (ComparedBlock | number)[] = [];
  for (const [index, block] of blocks.entries()) {
    const last = shown.at(-1);
    if (near.has(index)) shown.push(block);
    else if (typeof last === 'number') shown[shown.length - 1] = last + 1;
    else shown.push(1);
  }
  return shown;
}
