import type { HiddenRange, Mark, TextRange } from '../../shared/model/ranges.ts';
import { byBlock } from './inline.ts';

/** What lies over a text, or over a part of it. */
export interface Layers {
  readonly marks: readonly Mark[];
  readonly hidden: readonly HiddenRange[];
  /** Stretches that could be hidden and are not. */
  readonly offered: readonly HiddenRange[];
}

/** A part of a text (a block, a chunk) with what lies over it. */
export interface WithLayers<P> extends Layers {
  readonly part: P;
}

/** Each of `parts`, which are in order, with what of the layers touches it. */
export function withLayers<P extends TextRange>(
  parts: readonly P[],
  { marks, hidden, offered }: Layers,
): WithLayers<P>[] {
  const marksOf = byBlock(parts, marks);
  const hiddenOf = byBlock(parts, hidden);
  const offeredOf = byBlock(parts, offered);
  return parts.map((part, i) => ({
    part,
    marks: marksOf[i] ?? [],
    hidden: hiddenOf[i] ?? [],
    offered: offeredOf[i] ?? [],
  }));
}
