/** Timings of one side of a comparison, in milliseconds. */
export interface Timing {
  readonly median: number;
  readonly p95: number;
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

export function timingOf(samples: readonly number[]): Timing {
  const sorted = [...samples].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
}

/** Milliseconds `work` takes. */
export async function time(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Milliseconds of processor time `work` takes in this process, whatever else the machine does. */
export async function processorTime(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const rounds = 4;

/**
 * Runs every side on every input, the sides taking turns so that noise of the machine meets
 * them alike. The first round warms up; of the others each input's fastest counts.
 */
export async function compare<I, S extends string>(
  inputs: readonly I[],
  sides: Readonly<Record<S, (input: I) => unknown>>,
  clock = time,
): Promise<Record<S, Timing>> {
  const names = Object.keys(sides) as S[];
  const fastest = new Map<S, number[]>(names.map((name) => [name, inputs.map(() => Infinity)]));
  for (let round = 0; round < rounds; round++) {
    for (const [index, input] of inputs.entries()) {
      for (const name of names) {
        const took = await clock(() => sides[name](input));
        const best = fastest.get(name);
        if (round > 0 && best !== undefined) best[index] = Math.min(best[index] ?? took, took);
      }
    }
  }
  return Object.fromEntries(
    names.map((name) => [name, timingOf(fastest.get(name) ?? [])]),
  ) as Record<S, Timing>;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const pick = <T>(list: readonly T[], next: () => number): T =>
  list[Math.floor(next() * list.length)] as T;

/** Prints rows in columns as wide as they need to be. */
export function print(rows: readonly (readonly (string | number)[])[]): void {
  const cells = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? short(cell) : cell)),
  );
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  for (const row of cells) {
    console.log(
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    );
  }
  console.log();
}

const short = (value: number): string =>
  value >= 100
    ? value.toFixed(0)
    : value >= 10
      ? value.toFixed(1)
      : value.toFixed(value < 1 ? 3 : 2);
