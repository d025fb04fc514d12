/** How many articles there are, as SQL. */
export const articleTotals = {
  trash: '(SELECT count(*) FROM articles WHERE trashed IS NOT NULL)',
  /** Not in the trash: a number that triggers keep, so that a million need not be counted. */
  live: '(SELECT live FROM article_count)',
  /** Not in the trash, and read. */
  read: `(SELECT count(*) FROM reading CROSS JOIN articles ON articles.seq = reading.article
    WHERE reading.read IS NOT NULL AND articles.trashed IS NULL)`,
} as const;
