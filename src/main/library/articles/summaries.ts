import type { ArticleSummary } from '../../../shared/model/article.ts';
import type { Database } from '../storage/database.ts';
import { summaryColumns, summaryTables, toSummary, type SummaryRow } from './article-row.ts';

/** The articles with these ids, in the order asked for; those that are gone are left out. */
export function summariesOf(db: Database, ids: readonly string[]): ArticleSummary[] {
  const rows = db
    .prepare<SummaryRow>(
      `SELECT ${summaryColumns} FROM ${summaryTables}
       WHERE a.id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids));
  const byId = new Map(rows.map((row) => [row.id, toSummary(row)]));
  return ids.map((id) => byId.get(id)).filter((article) => article !== undefined);
}
