import type { Colour } from '../../shared/model/annotation.ts';
import type { TextRange } from '../../shared/model/ranges.ts';

export interface Passage extends TextRange {
  readonly colour: Colour;
}

/** Lanes that have a place of their own under the words; a fourth overlap takes the last, dashed. */
const laneCount = 3;

export interface Line extends Passage {
  /** 0 is nearest to the words. */
  readonly lane: number;
  readonly dashed: boolean;
}

export interface PassageLayers {
  /** Never overlap: tints do not mix, so that the contrast is known. */
  readonly fills: readonly Passage[];
  /** One per passage. */
  readonly lines: readonly Line[];
}

/**
 * Spreads overlapping passages over lanes: each takes the lowest lane that is free where it
 * begins, longer ones first. Each stretch is filled in the colour of the lowest lane there.
 */
export function layOut(passages: readonly Passage[]): PassageLayers {
  const ordered = passages
    .filter(({ start, end }) => start < end)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const ends: number[] = [];
  const placed = ordered.map((passage) => {
    let lane = ends.findIndex((end) => end <= passage.start);
    if (lane < 0) lane = ends.length;
    ends[lane] = passage.end;
    return { passage, lane };
  });
  return {
    lines: placed.map(({ passage: { start, end, colour }, lane }) => ({
      start,
      end,
      colour,
      lane: Math.min(lane, laneCount - 1),
      dashed: lane >= laneCount,
    })),
    fills: fillsOf(placed),
  };
}

function fillsOf(placed: readonly { passage: Passage; lane: number }[]): Passage[] {
  const edges = [...new Set(placed.flatMap(({ passage }) => [passage.start, passage.end]))].sort(
    (a, b) => a - b,
  );
  const fills: Passage[] = [];
  const active = new Set<{ passage: Passage; lane: number }>();
  let next = 0;
  for (const [i, edge] of edges.entries()) {
    for (const item of active) if (item.passage.end <= edge) active.delete(item);
    for (; next < placed.length; next += 1) {
      const item = placed[next];
      if (item === undefined || item.passage.start > edge) break;
      active.add(item);
    }
    const end = edges[i + 1];
    if (end === undefined || active.size === 0) continue;
    const lowest = [...active].reduce((a, b) => (b.lane < a.lane ? b : a));
    const { colour } = lowest.passage;
    const last = fills.at(-1);
    if (last?.end === edge && last.colour === colour) {
      fills[fills.length - 1] = { ...last, end };
    } else {
      fills.push({ start: edge, end, colour });
    }
  }
  return fills;
}
