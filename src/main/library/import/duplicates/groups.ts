import type { Database } from '../../storage/database.ts';

/** How a shadow came to its lead. */
export interface Link {
  /** 0 to 1. */
  readonly similarity: number;
  readonly by: 'rule' | 'person';
}

/** The `seq` of every member of an article's group, its lead first. */
export function membersOf(db: Database, seq: number): number[] {
  const row = db
    .prepare<{ lead: number }>(
      'SELECT coalesce(shadow_of, seq) AS lead FROM articles WHERE seq = ?',
    )
    .get(seq);
  if (row === undefined) return [];
  const shadows = db
    .prepare<{ seq: number }>('SELECT seq FROM articles WHERE shadow_of = ? ORDER BY seq')
    .all(row.lead);
  return [row.lead, ...shadows.map((shadow) => shadow.seq)];
}

/** Makes an article a shadow of `lead`, or of none. Runs inside a transaction. */
export function setLead(db: Database, seq: number, lead: number | null, link: Link | null): void {
  db.prepare('UPDATE articles SET shadow_of = ? WHERE seq = ? AND shadow_of IS NOT ?').run(
    lead,
    seq,
    lead,
  );
  if (lead === null || link === null) {
    db.prepare('DELETE FROM near_duplicates WHERE article = ?').run(seq);
    return;
  }
  db.prepare(
    'INSERT OR REPLACE INTO near_duplicates (article, similarity, by) VALUES (?, ?, ?)',
  ).run(seq, link.similarity, link.by);
}

export function linkOf(db: Database, seq: number): Link | null {
  return (
    db.prepare<Link>('SELECT similarity, by FROM near_duplicates WHERE article = ?').get(seq) ??
    null
  );
}

/**
 * Makes a member the lead of its group: the others become its shadows. `link` is how each of them
 * is like the new lead. Runs inside a transaction.
 */
export function promote(
  db: Database,
  seq: number,
  group: readonly number[],
  link: (member: number) => Link,
): void {
  setLead(db, seq, null, null);
  for (const member of group) if (member !== seq) setLead(db, member, seq, link(member));
}

/** Remembers that a person said two articles are not the same report. */
export function keepApart(db: Database, seq: number, others: readonly number[]): void {
  for (const other of others) {
    if (other === seq) continue;
    db.prepare('INSERT OR IGNORE INTO not_duplicates (article, other) VALUES (?, ?)').run(
      Math.min(seq, other),
      Math.max(seq, other),
    );
  }
}

/** The articles a person has said are not the same report as this one. */
export function keptApart(db: Database, seq: number): Set<number> {
  const rows = db
    .prepare<{ other: number }>(
      `SELECT other FROM not_duplicates WHERE article = ?1
       UNION SELECT article FROM not_duplicates WHERE other = ?1`,
    )
    .all(seq);
  return new Set(rows.map(({ other }) => other));
}

/** Forgets that two articles were said not to be the same. */
export function allow(db: Database, seq: number, others: readonly number[]): void {
  for (const other of others) {
    db.prepare('DELETE FROM not_duplicates WHERE article = ? AND other = ?').run(
      Math.min(seq, other),
      Math.max(seq, other),
    );
  }
}

/**
 * Takes an article out of its group and remembers that it is not the same report as the others.
 * Where it was the lead, the oldest of the others becomes theirs. Runs inside a transaction.
 */
export function separate(db: Database, seq: number, link: (member: number) => Link): void {
  const others = membersOf(db, seq).filter((member) => member !== seq);
  keepApart(db, seq, others);
  const wasLead = db.prepare('SELECT 1 FROM articles WHERE shadow_of = ? LIMIT 1').get(seq);
  setLead(db, seq, null, null);
  const [next] = others.toSorted((a, b) => a - b);
  if (wasLead !== undefined && next !== undefined) promote(db, next, others, link);
}
