import type { Handlers } from '../../../shared/contract/methods.ts';
import type { LibraryContext } from '../context.ts';

/** So many queries are remembered; the oldest go first. */
const longest = 100;
const effect = { topics: ['searches'] } as const;

/** What was searched for last. A trace rather than work: it is never undone. */
export function searchHistoryHandlers({
  db,
  commands,
  now,
  readOnly,
}: LibraryContext): Handlers<'searches.history' | 'searches.remember' | 'searches.forget'> {
  return {
    'searches.history': ({ limit }) => ({
      items: db
        .prepare<{ q: string; at: string }>(
          'SELECT q, at FROM search_history ORDER BY at DESC, rowid DESC LIMIT ?',
        )
        .all(limit),
    }),
    'searches.remember': (input) => {
      if (readOnly) return { kept: false };
      const q = input.q.trim();
      commands.quietly(effect, () => {
        db.prepare('DELETE FROM search_history WHERE q = ?').run(q);
        db.prepare('INSERT INTO search_history (q, at) VALUES (?, ?)').run(q, now().toISOString());
        db.prepare(
          `DELETE FROM search_history WHERE rowid NOT IN
             (SELECT rowid FROM search_history ORDER BY at DESC, rowid DESC LIMIT ?)`,
        ).run(longest);
      });
      return { kept: true };
    },
    'searches.forget': ({ q }) => {
      const forgotten = commands.quietly(effect, () =>
        q === undefined
          ? db.prepare('DELETE FROM search_history').run()
          : db.prepare('DELETE FROM search_history WHERE q = ?').run(q.trim()),
      );
      return { forgotten: forgotten.changes };
    },
  };
}
