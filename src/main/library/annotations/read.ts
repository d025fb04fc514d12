import {
  annotationSchema,
  colourSchema,
  motivations,
  type Annotation,
} from '../../../shared/model/annotation.ts';
import type { AnnotationRow, AnnotationStore } from './store.ts';

const motivationSchema = annotationSchema.shape.motivation;
const statusSchema = annotationSchema.shape.status;

/**
 * One stored row as an annotation. A row some other program or a damaged disk left malformed is
 * still shown, with its quote, among the lost passages: it never hides the others.
 */
function read(row: AnnotationRow, tags: string[], citedIn: string[]): Annotation {
  const motivation = motivationSchema.safeParse(row.motivation);
  const colour = colourSchema.safeParse(row.colour);
  const status = statusSchema.safeParse(row.status);
  const start = Math.max(0, row.start);
  const end = Math.max(start, row.end);
  const inPlace = status.data !== 'exact' || row.end - row.start === row.exact.length;
  return {
    id: row.id,
    articleId: row.articleId,
    start,
    end,
    quote: row.exact,
    prefix: row.prefix,
    suffix: row.suffix,
    motivation: motivation.data ?? motivations[0],
    comment: row.comment,
    tags,
    colour: colour.data ?? 'amber',
    status: status.success && inPlace ? status.data : 'orphaned',
    score: status.data === 'moved' ? row.score : null,
    creator: row.creator,
    created: row.created,
    modified: row.modified,
    citedIn,
    selector: [
      { type: 'TextPositionSelector', start, end },
      { type: 'TextQuoteSelector', exact: row.exact, prefix: row.prefix, suffix: row.suffix },
    ],
  };
}

/** Rows as annotations, with their tags and the documents that cite them. */
export function readAnnotations(
  store: AnnotationStore,
  rows: readonly AnnotationRow[],
): Annotation[] {
  const tags = store.tags(rows.map((row) => row.seq));
  const citedIn = store.citedIn(rows.map((row) => row.id));
  return rows.map((row) => read(row, tags.get(row.seq) ?? [], citedIn.get(row.id) ?? []));
}
