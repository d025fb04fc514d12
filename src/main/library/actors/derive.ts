import { MentionFinder, type FoundMention } from '../../../shared/text/names/mentions.ts';
import type { LibraryContext } from '../context.ts';
import { markCandidates } from './candidates.ts';
import { mentionStore, type MentionRow } from './mention-store.ts';
import { actorStore } from './store.ts';

/** Found mentions with what people decided about their places. */
export function withDecisions(
  found: readonly FoundMention[],
  decisions: readonly MentionRow[],
): MentionRow[] {
  const at = ({ start, end }: { start: number; end: number }) => `${start} ${end}`;
  const confirmed = new Map(
    decisions.filter(({ status }) => status === 'confirmed').map((row) => [at(row), row]),
  );
  const rejected = new Set(
    decisions.filter(({ status }) => status === 'rejected').map((row) => `${at(row)} ${row.actor}`),
  );
  const isRejected = (row: FoundMention) => rejected.has(`${at(row)} ${row.actor}`);
  const candidates = new Map<string, number>();
  for (const row of found) {
    if (!isRejected(row)) candidates.set(at(row), (candidates.get(at(row)) ?? 0) + 1);
  }
  const statusOf = (row: FoundMention): MentionRow['status'] => {
    if (isRejected(row)) return 'rejected';
    return row.status === 'open' && candidates.get(at(row)) === 1 ? 'inferred' : row.status;
  };
  const kept = found
    .filter((row) => !confirmed.has(at(row)))
    .map((row): MentionRow => {
      const { start, end, actor } = row;
      return { start, end, actor, status: statusOf(row) };
    });
  return [...kept, ...confirmed.values()];
}

/**
 * Keeps the table `mentions` true: before every commit, also of an undo, the articles whose text
 * or decisions changed are read again, and those a changed name may stand in.
 */
export function deriveMentions({ db, commands }: Pick<LibraryContext, 'db' | 'commands'>): void {
  const actors = actorStore(db);
  const mentions = mentionStore(db);
  let cached: MentionFinder | undefined;

  const dirtyNames = () => db.prepare<{ name: string }>('SELECT name FROM name_dirty').all();
  const dirtyArticles = () =>
    db
      .prepare<{ article: number; trashed: string | null }>(
        `SELECT d.article, a.trashed FROM mention_dirty d JOIN articles a ON a.seq = d.article`,
      )
      .all();

  commands.beforeCommit(() => {
    const names = dirtyNames();
    if (names.length > 0) {
      markCandidates(
        db,
        names.map(({ name }) => name),
      );
      db.exec('DELETE FROM name_dirty');
      cached = undefined;
    }
    const articles = dirtyArticles();
    if (articles.length > 0) {
      const finder = cached ?? new MentionFinder(actors.named());
      for (const { article, trashed } of articles) {
        const isGone = trashed !== null || finder.isEmpty;
        const found = isGone ? [] : finder.find(mentions.textOf(article), article);
        const decided = isGone ? [] : mentions.decisions(article);
        mentions.replace(article, withDecisions(found, decided));
      }
      // Names that are not committed yet may still be taken back by a failing commit.
      cached = names.length > 0 ? undefined : finder;
    }
    db.exec('DELETE FROM mention_dirty');
  });
}
