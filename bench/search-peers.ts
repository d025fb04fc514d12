import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Database } from '../src/main/library/storage/database.ts';
import { print, processorTime, timingOf } from './measure.ts';
import { hasStems, peers, type Peer } from './search-peer.ts';

/** So long each side is asked alone before, in ms, or each query so many times. */
const warmth = { longest: 1000, rounds: 20 } as const;
/** Of so many queries every other one only warms up: each that counts is new to all sides. */
const shareAsked = 1 / 2;
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
 * passages and hits. When each has been warmed up with half of the queries, the others are put to all
 * sides in turn, each once: what a side keeps of a query that was asked before is of no use to it. Ours is asked for the words with their forms, and for who knows no forms also for them as written.
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
      ...Object.keys(classes).flatMap((name) => [`${name}, ms`, 'p95', 'found']),
    ],
  ];
  const own: Ask = async (query) => {
    let total = 0;
    const ms = await processorTime(async () => {
      total = await ours(query);
    });
    return { ms, total };
  };
  const ownAsWritten: Ask = (query) => own(asWritten(query));
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
    const sides: Record<string, Ask> = {
      [name]: theirs,
      ...(hasStems(name) ? {} : { '  ours, as written': ownAsWritten }),
      '  ours': own,
    };
    const cells = Object.keys(sides).map((): number[] => []);
    for (const queries of Object.values(classes)) {
      const took = await inTurn(queries, Object.values(sides));
      took.forEach((cell, side) => cells[side]?.push(...cell));
    }
    peer.kill();
    for (const [side, label] of Object.keys(sides).entries()) {
      const opening = side === 0 ? [opened.seconds, opened.megabytes] : ['', ''];
      rows.push([label, ...opening, ...(cells[side] ?? [])]);
    }
  }
  print(rows);
}

/** The query for words as they are written: what stands in quotation marks has no other forms. */
const asWritten = (query: string): string =>
  query.includes('"') ? query : query.replace(/(?<=^|\s|:)[a-z]+(?=\s|$)/g, (word) => `"${word}"`);

/** Of each side the median and the 95th percentile of what new queries took, and what they found. */
async function inTurn(queries: readonly string[], sides: readonly Ask[]): Promise<number[][]> {
  const isNew = (_: string, index: number) => (index * shareAsked) % 1 === 0;
  const took = sides.map((): Took[] => []);
  for (const ask of sides) {
    await warmUp(
      queries.filter((query, index) => !isNew(query, index)),
      ask,
    );
  }
  for (const query of queries.filter(isNew)) {
    for (const [side, ask] of sides.entries()) took[side]?.push(await ask(query));
  }
  return took.map((each) => {
    const { median, p95 } = timingOf(each.map(({ ms }) => ms));
    return [median, p95, each.reduce((sum, { total }) => sum + total, 0)];
  });
}

async function warmUp(queries: readonly string[], ask: Ask): Promise<void> {
  const end = performance.now() + warmth.longest;
  for (let round = 0; round < warmth.rounds && performance.now() < end; round++) {
    for (const query of queries) await ask(query);
  }
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
