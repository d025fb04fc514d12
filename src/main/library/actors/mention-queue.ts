import type { Database } from '../storage/database.ts';

interface QueuedArticle {
  readonly article: number;
  readonly trashed: string | null;
  readonly issued: string | null;
  readonly language: string | null;
}

/**
 * What has to be read again: `name_dirty` and `mention_dirty` before the commit they were marked
 * in, `mention_outdated` at leisure.
 */
export function mentionQueue(db: Database) {
  // A person's names are found by other rules than an organisation's. The schema marks the articles
  // alone; this holds for the connection, in which every change of a library is made.
  db.exec(
    `CREATE TEMP TRIGGER IF NOT EXISTS actor_kind_names AFTER UPDATE OF kind ON main.actors
     WHEN old.kind <> new.kind BEGIN
       INSERT OR IGNORE INTO name_dirty SELECT name FROM actor_names WHERE actor = new.seq;
     END;
     CREATE TEMP TRIGGER IF NOT EXISTS article_language AFTER UPDATE OF language ON main.articles BEGIN
       INSERT OR IGNORE INTO mention_dirty VALUES (new.seq);
     END;`,
  );
  const count = (table: 'mention_dirty' | 'mention_outdated') => (): number =>
    db.prepare<{ n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0;
  return {
    names: (): string[] =>
      db
        .prepare<{ name: string }>('SELECT name FROM name_dirty')
        .all()
        .map(({ name }) => name),
    forgetNames: (): void => db.exec('DELETE FROM name_dirty'),

    count: count('mention_dirty'),
    articles: (): QueuedArticle[] =>
      db
        .prepare<QueuedArticle>(
          `SELECT d.article, a.trashed, a.issued, a.language FROM mention_dirty d
           JOIN articles a ON a.seq = d.article`,
        )
        .all(),
    /** The queue is empty, and what stood in it need not be read later either. */
    clear(): void {
      db.exec(
        `DELETE FROM mention_outdated WHERE article IN (SELECT article FROM mention_dirty);
         DELETE FROM mention_dirty;`,
      );
    },
    /** Leaves the newest `kept` articles in the queue and the others for later. */
    postpone(kept: number): void {
      db.prepare(
        `INSERT OR IGNORE INTO mention_outdated SELECT article FROM mention_dirty
         ORDER BY article DESC LIMIT -1 OFFSET ?`,
      ).run(kept);
      db.exec('DELETE FROM mention_dirty WHERE article IN (SELECT article FROM mention_outdated)');
    },

    outdated: count('mention_outdated'),
    takeOutdated(limit: number): void {
      db.prepare(
        `INSERT OR IGNORE INTO mention_dirty SELECT article FROM mention_outdated
         ORDER BY article DESC LIMIT ?`,
      ).run(limit);
    },
    /** All articles in which a mention may be found; without actors there is none. */
    markAll: (): void =>
      db.exec(
        `INSERT OR IGNORE INTO mention_outdated
         SELECT seq FROM articles WHERE EXISTS (SELECT 1 FROM actor_names)`,
      ),
  };
}
