import type { HiddenRange, TextRange } from '../../../shared/model/ranges.ts';
import type { Database } from '../storage/database.ts';

interface HiddenRow extends Required<Omit<HiddenRange, 'articles'>> {
  readonly articles: number | null;
}

function toRange({ articles, ...range }: HiddenRow): HiddenRange {
  return articles === null ? range : { ...range, articles };
}

/** All hidden and offered ranges of an article, in order. */
export function hiddenOf(db: Database, seq: number): HiddenRange[] {
  return db
    .prepare<HiddenRow>(
      `SELECT start, "end", reason, by, articles FROM hidden_ranges
       WHERE article = ? ORDER BY start, "end"`,
    )
    .all(seq)
    .map(toRange);
}

export interface HiddenLayers {
  readonly hidden: HiddenRange[];
  readonly offered: HiddenRange[];
}

export const noLayers: HiddenLayers = { hidden: [], offered: [] };

/** What of an article is hidden, and what is only offered, each in order. */
export function hiddenLayers(db: Database, seq: number): HiddenLayers {
  const isOffered = ({ by }: HiddenRange) => by === 'offered';
  const all = hiddenOf(db, seq);
  return { hidden: all.filter((range) => !isOffered(range)), offered: all.filter(isOffered) };
}

export function insertHidden(db: Database, seq: number, range: HiddenRange): void {
  db.prepare(
    'INSERT INTO hidden_ranges (article, start, "end", reason, by, articles) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(seq, range.start, range.end, range.reason, range.by ?? 'rule', range.articles ?? null);
}

/** Hides a range for a person. What was hidden or offered inside it becomes part of it. */
export function hideRange(db: Database, seq: number, range: HiddenRange): void {
  db.prepare('DELETE FROM hidden_ranges WHERE article = ? AND start >= ? AND "end" <= ?').run(
    seq,
    range.start,
    range.end,
  );
  insertHidden(db, seq, { ...range, by: 'person' });
}

/** Shows again what touches `range`, or everything that is hidden. */
export function unhideRange(db: Database, seq: number, range: TextRange | null): void {
  if (range === null) {
    db.prepare("DELETE FROM hidden_ranges WHERE article = ? AND by <> 'offered'").run(seq);
    return;
  }
  db.prepare('DELETE FROM hidden_ranges WHERE article = ? AND start < ? AND "end" > ?').run(
    seq,
    range.end,
    range.start,
  );
}

/** Hides for a person what was only offered. */
export function hideOffered(db: Database, seq: number): void {
  db.prepare("UPDATE hidden_ranges SET by = 'person' WHERE article = ? AND by = 'offered'").run(
    seq,
  );
}
