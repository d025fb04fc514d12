/**
 * How many articles there are, as SQL. SQLite counts the rows of a whole table by its pages, those
 * of a condition one by one: so the few that do not count are taken from all, and a million
 * articles are counted in the time of fifty thousand.
 */
export const articleTotals = {
  trash: '(SELECT count(*) FROM articles WHERE trashed IS NOT NULL)',
  /** Not in the trash. */
  live: `((SELECT count(*) FROM articles)
    - (SELECT count(*) FROM articles WHERE trashed IS NOT NULL))`,
  /** Not in the trash, and read. */
  read: `(SELECT count(*) FROM reading CROSS JOIN articles ON articles.seq = reading.article
    WHERE reading.read IS NOT NULL AND articles.trashed IS NULL)`,
} as const;
