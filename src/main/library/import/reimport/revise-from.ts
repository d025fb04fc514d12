import type { z } from 'zod';
import {
  placingFields,
  type ArticleFields,
  type Placing,
} from '../../../../shared/model/article.ts';
import type { revisedSchema } from '../../../../shared/model/import.ts';
import { applyRevision } from '../../revisions/apply.ts';
import { blocksIn, marksIn } from '../../articles/stored-layers.ts';
import { outcomeOf, planRevision } from '../../revisions/revise.ts';
import { labelOf, seqOf, updateFields } from '../../articles/store.ts';
import type { Database } from '../../storage/database.ts';
import type { Candidate } from '../candidate.ts';

interface KnownFields extends Placing {
  readonly title: string;
  readonly title_proposed: number;
  readonly container_title: string | null;
  readonly author: string;
  readonly issued: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly origin_name: string | null;
}

function newPlacing(known: Placing, read: Partial<Placing>): ArticleFields {
  const fields: ArticleFields = {};
  for (const field of placingFields) {
    if (known[field] === null && read[field] !== undefined) fields[field] = read[field];
  }
  return fields;
}

/** What was unknown of the article and the file says now. What is known may be a person's word. */
function fillIn(db: Database, id: string, candidate: Candidate, now: string): void {
  const known = db
    .prepare<KnownFields>(
      `SELECT title, title_proposed, container_title, author, issued, url, language, origin_name,
         ${placingFields.join(', ')}
       FROM articles WHERE id = ?`,
    )
    .get(id);
  if (known === undefined) return;
  const { fields, origin } = candidate;
  const missing = <T>(has: unknown, value: T | null) =>
    has === null && value !== null ? value : undefined;
  updateFields(
    db,
    id,
    {
      title: known.title_proposed === 1 && !fields.titleProposed ? fields.title : undefined,
      'container-title': missing(known.container_title, fields.containerTitle),
      author: known.author === '[]' && fields.author.length > 0 ? fields.author : undefined,
      issued: missing(known.issued, fields.issued),
      URL: missing(known.url, fields.url),
      language: missing(known.language, fields.language),
      ...newPlacing(known, fields.placing),
      ...candidate.decided?.fields,
    },
    now,
  );
  if (origin === null || (known.origin_name !== null && known.origin_name !== origin.name)) return;
  db.prepare(
    'UPDATE articles SET origin_name = ?, origin_start = ?, origin_end = ? WHERE id = ?',
  ).run(origin.name, origin.start, origin.end, id);
}

/**
 * Makes a candidate the new version of an article: its text with its marks, the passages of the
 * old one moved. Runs inside a transaction. Throws `not-found`, and `invalid-input` where the
 * article has this text already.
 */
export function reviseFrom(
  db: Database,
  articleId: string,
  candidate: Candidate,
  now: string,
): z.infer<typeof revisedSchema> {
  const { parsed, source, sha256, bytes, format } = candidate;
  seqOf(db, articleId);
  const plan = planRevision(db, articleId, () => ({
    text: parsed.text,
    blocks: blocksIn(parsed.layers),
    marks: marksIn(parsed.layers),
    hidden: parsed.hidden,
    hiddenIsDecided: candidate.decided?.hidden !== undefined,
    original: { sha256, bytes, name: source, format },
  }));
  const annotations = applyRevision(db, plan, now);
  fillIn(db, articleId, candidate, now);
  return {
    articleId,
    source,
    title: labelOf(db, articleId).slice(1, -1),
    version: plan.version,
    ...outcomeOf(annotations),
  };
}
