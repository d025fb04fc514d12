import { uncounted } from '../counted-mentions.ts';
import { articleTotals } from '../articles/totals.ts';
import type { Database } from '../storage/database.ts';

/** Passages go where their article goes: those of an article in the trash are in no list. */
const passagesInTrash = (condition: string): string => `(SELECT count(*) FROM articles a
  CROSS JOIN annotations n ON n.article = a.seq WHERE a.trashed IS NOT NULL AND ${condition})`;

const counts = `SELECT
  ${articleTotals.live} AS articles,
  ${articleTotals.live} - ${articleTotals.read} AS unread,
  (SELECT count(*) FROM annotations) - ${passagesInTrash('TRUE')} AS annotations,
  (SELECT count(*) FROM annotations WHERE status = 'orphaned')
    - ${passagesInTrash("n.status = 'orphaned'")} AS orphaned,
  (SELECT count(*) FROM annotations WHERE status IN ('moved', 'orphaned'))
    - ${passagesInTrash("n.status IN ('moved', 'orphaned')")} AS unsettled,
  (SELECT count(*) FROM actors) AS actors,
  (SELECT count(*) FROM mentions) - (SELECT count(*) FROM mentions WHERE ${uncounted})
    AS mentions,
  (SELECT count(*) FROM documents WHERE kind = 'note' AND trashed IS NULL) AS notes,
  (SELECT count(*) FROM documents WHERE kind = 'briefing' AND trashed IS NULL) AS briefings,
  ${articleTotals.trash} AS trash`;

type Counts = Record<
  | 'articles'
  | 'unread'
  | 'annotations'
  | 'orphaned'
  | 'unsettled'
  | 'actors'
  | 'mentions'
  | 'notes'
  | 'briefings'
  | 'trash',
  number
>;

/** How much of everything a library holds, as its lists count it. */
export const libraryCounts = (db: Database): Counts => db.prepare<Counts>(counts).get() as Counts;
