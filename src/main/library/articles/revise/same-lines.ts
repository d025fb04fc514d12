import type { TextRange } from '../../../../shared/model/ranges.ts';

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

/** The indices at which `values` rises, as many as can be: longest increasing subsequence. */
function rising(values: readonly number[]): number[] {
  const tails: number[] = [];
  const before: number[] = [];
  values.forEach((value, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const found: number[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) found.push(at);
  return found.reverse();
}

function once(lines: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  lines.forEach((line, index) => places.set(line, places.has(line) ? -1 : index));
  return places;
}

/**
 * Which line of `after` each line of `before` is, by index. Lines that occur once in both are
 * anchors (patience diff, Bram Cohen); from them equal neighbours are followed both ways.
 */
export function sameLines(
  before: readonly string[],
  after: readonly string[],
): Map<number, number> {
  const here = once(before);
  const there = once(after);
  const unique = [...here].flatMap(([line, from]) => {
    const to = there.get(line) ?? -1;
    return from >= 0 && to >= 0 ? [[from, to] as const] : [];
  });
  const anchors = rising(unique.map(([, to]) => to)).flatMap((at) => unique[at] ?? []);
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (from: number, to: number): boolean => {
    if (pairs.has(from) || taken.has(to)) return false;
    if (before[from] === undefined || before[from] !== after[to]) return false;
    pairs.set(from, to);
    taken.add(to);
    return true;
  };
  const ends: [number, number][] = [[-1, -1]];
  for (let at = 0; at < anchors.length; at += 2) {
    const place: [number, number] = [anchors[at] ?? 0, anchors[at + 1] ?? 0];
    pair(...place);
    ends.push(place);
  }
  ends.push([before.length, after.length]);
  for (const [from, to] of ends) for (let step = 1; pair(from + step, to + step); step += 1);
  for (const [from, to] of ends) for (let step = 1; pair(from - step, to - step); step += 1);
  return pairs;
}
