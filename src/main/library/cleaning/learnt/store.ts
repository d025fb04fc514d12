import { notFound } from '../../../../shared/contract/errors.ts';
import type { CleaningRule } from '../../../../shared/model/cleaning.ts';
import type { HiddenReason } from '../../../../shared/model/ranges.ts';
import type { Database } from '../../storage/database.ts';
import { lineKey, outletKey } from './keys.ts';

/** What a rule says of a line. */
interface Verdict {
  readonly action: CleaningRule['action'];
  readonly reason: HiddenReason;
}

/** The rules of one outlet, ready to be asked. */
export interface OutletRules {
  readonly isEmpty: boolean;
  readonly hasLines: boolean;
  ofLine(key: string): Verdict | undefined;
  ofReason(reason: HiddenReason): CleaningRule['action'] | undefined;
}

interface RuleRow extends Omit<CleaningRule, 'articles'> {
  readonly line: string | null;
}

const columns = 'id, outlet, action, reason, words, line, created';

/** The rules of an outlet; none where it is unknown. */
export function rulesOf(db: Database, outlet: string | null): OutletRules {
  const rows =
    outlet === null
      ? []
      : db
          .prepare<RuleRow>(`SELECT ${columns} FROM cleaning_rules WHERE outlet_key = ?`)
          .all(outletKey(outlet));
  const lines = new Map<string, Verdict>();
  const reasons = new Map<HiddenReason, CleaningRule['action']>();
  for (const { line, action, reason } of rows) {
    if (line === null) reasons.set(reason, action);
    else lines.set(line, { action, reason });
  }
  return {
    isEmpty: rows.length === 0,
    hasLines: lines.size > 0,
    ofLine: (key) => lines.get(key),
    ofReason: (reason) => reasons.get(reason),
  };
}

/** The `seq` of an outlet's articles, trash aside, as its rules compare the name. */
export function articlesOf(db: Database, outlet: string): number[] {
  const key = outletKey(outlet);
  const names = db
    .prepare<{ name: string }>(
      'SELECT DISTINCT container_title AS name FROM articles WHERE container_title IS NOT NULL',
    )
    .all()
    .map(({ name }) => name)
    .filter((name) => outletKey(name) === key);
  return db
    .prepare<{ seq: number }>(
      `SELECT seq FROM articles
       WHERE container_title IN (SELECT value FROM json_each(?)) AND trashed IS NULL ORDER BY seq`,
    )
    .all(JSON.stringify(names))
    .map(({ seq }) => seq);
}

/** How many articles each outlet has, trash aside, by the name as rules compare it. */
function articlesByOutlet(db: Database): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const rows = db
    .prepare<{ name: string; n: number }>(
      `SELECT container_title AS name, count(*) AS n FROM articles
       WHERE container_title IS NOT NULL AND trashed IS NULL GROUP BY container_title`,
    )
    .all();
  for (const { name, n } of rows) {
    const key = outletKey(name);
    counts.set(key, (counts.get(key) ?? 0) + n);
  }
  return counts;
}

/** The rules, of one outlet or of all, newest first. */
export function listRules(db: Database, outlet: string | undefined): CleaningRule[] {
  const rows = db
    .prepare<RuleRow>(
      `SELECT ${columns} FROM cleaning_rules WHERE ?1 IS NULL OR outlet_key = ?1
       ORDER BY outlet_key, seq DESC`,
    )
    .all(outlet === undefined ? null : outletKey(outlet));
  if (rows.length === 0) return [];
  const counts = articlesByOutlet(db);
  return rows.map(({ id, outlet: name, action, reason, words, created }) => {
    const articles = counts.get(outletKey(name)) ?? 0;
    return { id, outlet: name, action, reason, words, created, articles };
  });
}

export interface NewRule extends Verdict {
  readonly outlet: string;
  /** The words of a line, or null for every line of the reason. */
  readonly words: string | null;
}

/** Stores a rule in the place of any other on the same lines; answers its id. */
export function saveRule(
  db: Database,
  { outlet, action, reason, words }: NewRule,
  { id, created }: { id: string; created: string },
): string {
  const key = outletKey(outlet);
  const line = words === null ? null : lineKey(words);
  db.prepare(
    `DELETE FROM cleaning_rules
     WHERE outlet_key = ? AND line IS ? AND (line IS NOT NULL OR reason = ?)`,
  ).run(key, line, reason);
  db.prepare(
    `INSERT INTO cleaning_rules (id, outlet, outlet_key, action, reason, line, words, created)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(id, outlet, key, action, reason, line, words, created);
  return id;
}

/** The outlet of a rule that is to be forgotten. Throws `not-found`. */
export function outletOf(db: Database, id: string): string {
  const row = db
    .prepare<{ outlet: string }>('SELECT outlet FROM cleaning_rules WHERE id = ?')
    .get(id);
  if (row === undefined) throw notFound('cleaning rule', id);
  return row.outlet;
}

export function deleteRule(db: Database, id: string): void {
  db.prepare('DELETE FROM cleaning_rules WHERE id = ?').run(id);
}
