import type { Colour } from '../../shared/model/annotation.ts';
import type { Mention } from '../../shared/model/actor.ts';
import type { TextRange } from '../../shared/model/ranges.ts';
import type { PassageLayers } from './lanes.ts';
import type { TextIndex } from './text-index.ts';

/** What lies over what; higher is on top. The names are those of `highlights.css`. */
const priorities = { fill: 1, line: 5, mention: 29, active: 40, hit: 50, currentHit: 51 } as const;

type Layer = ReadonlyMap<
  string,
  { readonly ranges: readonly TextRange[]; readonly priority: number }
>;

/** Paints a layer with the CSS Custom Highlight API; answers with the function that removes it. */
function paint(index: TextIndex, layer: Layer): () => void {
  const set: [string, Highlight][] = [];
  for (const [name, { ranges, priority }] of layer) {
    const placed = ranges
      .map(({ start, end }) => index.rangeAt(start, end))
      .filter((range) => range !== null);
    if (placed.length === 0) continue;
    const highlight = new Highlight(...placed);
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
    set.push([name, highlight]);
  }
  return () => {
    for (const [name, highlight] of set) {
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
  };
}

function group<T extends TextRange>(
  items: readonly T[],
  describe: (item: T) => { name: string; priority: number },
): Layer {
  const layer = new Map<string, { ranges: T[]; priority: number }>();
  for (const item of items) {
    const { name, priority } = describe(item);
    const entry = layer.get(name);
    if (entry === undefined) layer.set(name, { ranges: [item], priority });
    else entry.ranges.push(item);
  }
  return layer;
}

const fillName = (colour: Colour) => `fill-${colour}`;

/** Fills and lines of the marked passages. */
export function paintPassages(index: TextIndex, { fills, lines }: PassageLayers): () => void {
  const stopFills = paint(
    index,
    group(fills, ({ colour }) => ({ name: fillName(colour), priority: priorities.fill })),
  );
  const stopLines = paint(
    index,
    group(lines, ({ colour, lane, dashed }) => ({
      name: dashed ? `line-${colour}-dashed` : `line-${colour}-${lane}`,
      priority: priorities.line + lane,
    })),
  );
  return () => {
    stopFills();
    stopLines();
  };
}

/** Mentions of actors: sure ones dotted in ink, inferred and proposed fainter, open ones dashed. */
export function paintMentions(
  index: TextIndex,
  mentions: readonly Pick<Mention, 'start' | 'end' | 'status'>[],
): () => void {
  return paint(
    index,
    group(
      mentions.filter(({ status }) => status !== 'rejected'),
      ({ status }) => {
        if (status === 'open') return { name: 'mention-open', priority: priorities.mention + 2 };
        return status === 'confirmed'
          ? { name: 'mention-sure', priority: priorities.mention + 1 }
          : { name: 'mention-proposed', priority: priorities.mention };
      },
    ),
  );
}

/** The passage that was chosen just now. */
export const paintActive = (index: TextIndex, ranges: readonly TextRange[]): (() => void) =>
  paint(index, new Map([['active-passage', { ranges, priority: priorities.active }]]));

/** The mentions of the chosen actor. */
export const paintLit = (index: TextIndex, ranges: readonly TextRange[]): (() => void) =>
  paint(index, new Map([['mention-lit', { ranges, priority: priorities.active }]]));

/** Search hits in the open article; one of them is the current one. */
export function paintHits(
  index: TextIndex,
  hits: readonly TextRange[],
  current: TextRange | undefined,
): () => void {
  return paint(
    index,
    new Map([
      ['hit', { ranges: hits.filter((hit) => hit !== current), priority: priorities.hit }],
      [
        'hit-current',
        { ranges: current === undefined ? [] : [current], priority: priorities.currentHit },
      ],
    ]),
  );
}
