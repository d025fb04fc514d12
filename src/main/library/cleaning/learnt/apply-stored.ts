import { hiddenOf, insertHidden } from '../../articles/hidden.ts';
import type { Database } from '../../storage/database.ts';
import { applyRules } from './apply.ts';
import type { OutletRules } from './store.ts';

/** How many lines a rule hid and showed. */
export interface Change {
  readonly hidden: number;
  readonly shown: number;
}

/**
 * Applies rules to the current text of an article. Runs inside a transaction; null where they
 * have nothing to say.
 */
export function applyToArticle(db: Database, seq: number, rules: OutletRules): Change | null {
  if (rules.isEmpty) return null;
  const row = db
    .prepare<{ text: string; blocks: string }>(
      `SELECT t.text, t.blocks FROM articles a
       JOIN texts t ON t.article = a.seq AND t.version = a.version WHERE a.seq = ?`,
    )
    .get(seq);
  if (row === undefined) return null;
  const before = hiddenOf(db, seq);
  const after = applyRules({ text: row.text, layers: row }, before, rules);
  if (after === before) return null;
  db.prepare('DELETE FROM hidden_ranges WHERE article = ?').run(seq);
  for (const range of after) insertHidden(db, seq, range);
  const count = (ranges: typeof after) => ranges.filter(({ by }) => by !== 'offered').length;
  const more = count(after) - count(before);
  return { hidden: Math.max(0, more), shown: Math.max(0, -more) };
}
