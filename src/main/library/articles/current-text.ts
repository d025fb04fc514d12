import { notFound } from '../../../shared/contract/errors.ts';
import type { Database } from '../storage/database.ts';
import { shortened } from '../../../shared/text/shorten.ts';

/** An article as anchors see it: its current text and which version that is. */
export interface AnchoredText {
  readonly seq: number;
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly text: string;
}

/** The current text of the article with that public id. Throws `not-found`. */
export function textOf(db: Database, articleId: string): AnchoredText {
  const row = db
    .prepare<AnchoredText>(
      `SELECT a.seq, a.id, a.title, a.version, t.text
       FROM articles a JOIN texts t ON t.article = a.seq AND t.version = a.version
       WHERE a.id = ?`,
    )
    .get(articleId);
  if (row === undefined) throw notFound('article', articleId);
  return row;
}

/** A title short enough for a line of the history. */
export const shortTitle = (title: string): string => shortened(title, 60);
