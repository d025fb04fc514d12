import { mentionStore } from '../actors/mention-store.ts';
import type { Database } from '../storage/database.ts';
import { sameWords, type Revision } from './version.ts';

/** What a person decided about mentions goes along with their words, and with them alone. */
export function moveDecisions(db: Database, revision: Revision): void {
  const { article } = revision;
  const mentions = mentionStore(db);
  const decisions = mentions.decisions(article);
  db.prepare('DELETE FROM mention_decisions WHERE article = ?').run(article);
  for (const decision of decisions) {
    const place = sameWords(revision, decision);
    if (place !== null) mentions.decide(article, { ...decision, ...place });
  }
}
