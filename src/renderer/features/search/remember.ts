import { client } from '../../api/client.ts';

/** Notes that this query was meant: it was sent, or one of its results was opened. */
export function rememberSearch(q: string): void {
  // A trace that could not be kept is nothing to trouble anyone with.
  if (q.trim() !== '') void client.call('searches.remember', { q }).catch(() => undefined);
}
