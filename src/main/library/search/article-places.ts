import { counted } from '../counted-mentions.ts';
import type { TextRange } from '../../../shared/model/ranges.ts';
import type { Term } from '../../../shared/query/tree.ts';
import type { Database } from '../storage/database.ts';
import type { FieldValues } from './field-values.ts';

const inList = 'IN (SELECT value FROM json_each(?))';

const sqlOf: Readonly<Record<'actor' | 'said' | 'tag', string>> = {
  actor: `SELECT start, "end" FROM mentions WHERE article = ? AND actor ${inList}
    AND ${counted()} ORDER BY start`,
  said: `SELECT start, "end" FROM statements WHERE article = ? AND speaker ${inList} ORDER BY start`,
  tag: `SELECT start, "end" FROM annotations JOIN annotation_tags ON annotation = seq
    WHERE article = ? AND tag ${inList} ORDER BY start`,
};

/** The places that made an article match a field: its mentions, statements or tagged passages. */
export function placesOf(
  db: Database,
  article: number,
  term: Term,
  values: FieldValues,
): readonly TextRange[] {
  const { field } = term;
  if (field !== 'actor' && field !== 'said' && field !== 'tag') return [];
  const wanted = field === 'tag' ? values.tags(term) : values.actors(term);
  return db
    .prepare<{ start: number; end: number }>(sqlOf[field])
    .all(article, JSON.stringify(wanted));
}
