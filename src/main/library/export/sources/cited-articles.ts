import { citedAnnotations, readDocument } from '../../../../shared/briefing/document-text.ts';
import { resolveCitations } from '../../documents/citations/resolve.ts';
import { contentOf, documentRow } from '../../documents/store.ts';
import type { Database } from '../../storage/database.ts';

/** Ids of the articles a briefing cites, in order of first citation. Throws `not-found`. */
export function citedArticles(db: Database, briefingId: string): string[] {
  const row = documentRow(db, 'briefing', briefingId);
  const used = new Set(citedAnnotations(readDocument(contentOf(row))));
  return resolveCitations(db, row.seq)
    .filter(({ annotationId }) => used.has(annotationId))
    .flatMap(({ articleId }) => articleId ?? []);
}
