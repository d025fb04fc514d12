import type { Near } from '../../../shared/model/search.ts';
import { writtenValue } from '../../../shared/query/completing.ts';
import { isField } from '../../../shared/query/tree.ts';

/** The query with `suggestion` in place of the word, or the value of a field, that nothing has. */
export function corrected(
  q: string,
  { word, field, start, end }: Near,
  suggestion: string,
): string {
  const term = q.slice(start, end);
  const written =
    field !== undefined && isField(field)
      ? `${field}:${writtenValue(field, suggestion)}`
      : term.replace(word, () => suggestion);
  return q.slice(0, start) + written + q.slice(end);
}
