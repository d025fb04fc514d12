import type { Database } from '../../storage/database.ts';

export interface Standing {
  readonly seq: number;
  readonly name: string;
}

const above = (db: Database, actor: number): Standing[] =>
  db
    .prepare<{ seq: number; name: string }>(
      `SELECT a.seq, a.name FROM actor_relations r JOIN actors a ON a.seq = r.object
       WHERE r.subject = ? AND r.kind IN ('member-of', 'part-of') ORDER BY r.seq`,
    )
    .all(actor);

/** The way from an actor up to another by membership and parts, as names; null where there is none. */
export function wayUp(db: Database, from: Standing, to: Pick<Standing, 'seq'>): string[] | null {
  const seen = new Set([from.seq]);
  const ways = [{ seq: from.seq, names: [from.name] }];
  for (const { seq, names } of ways) {
    if (seq === to.seq) return names;
    for (const next of above(db, seq)) {
      if (seen.has(next.seq)) continue;
      seen.add(next.seq);
      ways.push({ seq: next.seq, names: [...names, next.name] });
    }
  }
  return null;
}

/** The way by which an actor stands above itself, as names; null where it does not. */
export function wayRound(db: Database, actor: Standing): string[] | null {
  for (const next of above(db, actor.seq)) {
    const way = wayUp(db, next, actor);
    if (way !== null) return [actor.name, ...way];
  }
  return null;
}

/** A way as a sentence has it: “A” belongs to “B” belongs to “A”. */
export const writtenWay = (names: readonly string[]): string =>
  names.map((name) => `“${name}”`).join(' belongs to ');
