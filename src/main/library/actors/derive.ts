import type { FoundMention } from '../../../shared/text/names/claim.ts';
import { mentionRulesVersion } from '../../../shared/text/names/rules-version.ts';
import type { LibraryContext } from '../context.ts';
import { markCandidates, markTitles } from './candidates.ts';
import { finderCache } from './finder-cache.ts';
import { mentionQueue } from './mention-queue.ts';
import { mentionStore, type MentionRow } from './mention-store.ts';
import { officeStore } from './office-store.ts';
import { placeStore } from './proposals/place-store.ts';
import { isOutdated, setVersion } from '../storage/rules-version.ts';
import { actorStore } from './store.ts';

/** Found mentions with what people decided about their places. */
function withDecisions(
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

/** More articles than this are not read again before the commit: that would keep it waiting. */
const mostAtOnce = 300;
const versionKey = 'actors.mention-rules';
/** Articles read again in one step of the background. */
const stepSize = 20;

/**
 * Keeps the table `mentions` true: before every commit, also of an undo, the articles whose text
 * or decisions changed are read again, and those a changed name or office may stand in; where those are many,
 * the newest, and the others in the background. A library read by other rules is read again.
 */
export function deriveMentions({ db, commands, background, readOnly }: LibraryContext): void {
  const mentions = mentionStore(db);
  const queue = mentionQueue(db);
  const places = placeStore(db);
  const offices = officeStore(db);
  const finders = finderCache(actorStore(db), offices);
  commands.afterRollback(() => finders.forget());

  const readLater = () =>
    background.start({
      work: 'mentions',
      topics: ['mentions', 'actors'],
      left: queue.outdated,
      step: () => commands.quietly(null, () => queue.takeOutdated(stepSize)),
    });

  commands.beforeCommit(() => {
    const names = queue.names();
    const titles = offices.takeChanged();
    if (names.length > 0 || titles.length > 0) {
      const direct = queue.count();
      markCandidates(db, names);
      markTitles(db, titles);
      queue.forgetNames();
      if (titles.length > 0) finders.forget();
      finders.follow(names);
      if (queue.count() > Math.max(direct, mostAtOnce)) {
        queue.postpone(mostAtOnce);
        readLater();
      }
    }
    const articles = queue.articles();
    if (articles.length === 0) return;
    const finder = finders.get();
    for (const { article, trashed, issued, language } of articles) {
      const isGone = trashed !== null || finder.isEmpty;
      const found = isGone ? [] : finder.find(mentions.textOf(article), article, issued, language);
      const decided = isGone ? [] : mentions.decisions(article);
      const rows = withDecisions(found, decided);
      mentions.replace(article, rows);
      places.recount(article, rows);
    }
    queue.clear();
  });

  if (readOnly) return;
  offices.follow();
  if (isOutdated(db, versionKey, mentionRulesVersion)) {
    commands.quietly(null, () => {
      queue.markAll();
      setVersion(db, versionKey, mentionRulesVersion);
    });
  }
  readLater();
}
