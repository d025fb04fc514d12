import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Database } from '../src/main/library/storage/database.ts';
import { print, processorTime, timingOf } from './measure.ts';
import { peers, type Peer } from './search-peer.ts';

const rounds = 4;
/** Of which the largest need a fifth. */
const heapMegabytes = 9000;

/** What one query took, in ms of processor time, and how many articles it found. */
interface Took {
  readonly ms: number;
  readonly total: number;
}
type Ask = (query: string) => Promise<Took>;

/**
 * Libraries that hold their index in memory, over the first `count` articles, each in a process of
 * its own, beside `ours` over all. Every side gives one page: the total, and twenty titles with
 * passages. Each query is put to all sides in turn; after a first round the fastest counts.
 */
export async function measurePeers(
  db: Database,
  count: number,
  classes: Readonly<Record<string, readonly string[]>>,
  ours: (query: string) => Promise<number>,
): Promise<void> {
  const rows: (string | number)[][] = [
    [
      `${count} articles`,
      's to open',
      'MB',
      ...Object.keys(classes).flatMap((name) => [`${name}, p95 ms`, 'found']),
    ],
  ];
  const own: Ask = async (query) => {
    let total = 0;
    const ms = await processorTime(async () => {
      total = await ours(query);
    });
    return { ms, total };
  };
  for (const name of Object.keys(peers) as Peer[]) {
    const peer = fork(join(import.meta.dirname, 'search-peer.ts'), [db.path, String(count), name], {
      execArgv: [
        `--max-old-space-size=${heapMegabytes}`,
        '--expose-gc',
        '--disable-warning=ExperimentalWarning',
      ],
    });
    const opened = await reply<{ seconds: number; megabytes: number }>(peer);
    if (opened === null) {
      rows.push([name, `more than ${heapMegabytes} MB`]);
      continue;
    }
    const theirs: Ask = async (query) => {
      peer.send(query);
      return (await reply<Took>(peer)) ?? { ms: Number.NaN, total: 0 };
    };
    const cells = { own: [] as number[], theirs: [] as number[] };
    for (const queries of Object.values(classes)) {
      const took = await inTurn(queries, [own, theirs]);
      cells.own.push(...(took[0] ?? []));
      cells.theirs.push(...(took[1] ?? []));
    }
    peer.kill();
    rows.push([name, opened.seconds, opened.megabytes, ...cells.theirs]);
    rows.push(['  ours in turn', '', '', ...cells.own]);
  }
  print(rows);
}

/** Of each side the 95th percentile of what the queries took at best, and how many articles they found. */
async function inTurn(queries: readonly string[], sides: readonly Ask[]): Promise<number[][]> {
  const fastest = sides.map(() => queries.map(() => Infinity));
  const found = sides.map(() => 0);
  for (let round = 0; round < rounds; round++) {
    for (const [index, query] of queries.entries()) {
      for (const [side, ask] of sides.entries()) {
        const { ms, total } = await ask(query);
        const times = fastest[side];
        if (round === 0) found[side] = (found[side] ?? 0) + total;
        else if (times !== undefined) times[index] = Math.min(times[index] ?? ms, ms);
      }
    }
  }
  return fastest.map((times, side) => [timingOf(times).p95, found[side] ?? 0]);
}

/** The next message of a process; null where it ends instead. */
async function reply<M>(child: ChildProcess): Promise<M | null> {
  const ends = new AbortController();
  const { signal } = ends;
  try {
    const message = once(child, 'message', { signal }).then(([value]) => value as M);
    const end = once(child, 'exit', { signal }).then(() => null);
    return await Promise.race([message, end]);
  } finally {
    ends.abort();
  }
}
