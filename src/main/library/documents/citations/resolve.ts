import type { Citation, CitationChange } from '../../../../shared/model/document.ts';
import type { Database } from '../../storage/database.ts';

interface ResolvedRow {
  readonly annotation_id: string;
  readonly number: number;
  readonly cited_quote: string;
  readonly cited_article: string | null;
  readonly cited_tags: string;
  readonly kept: string | null;
  readonly exact: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly status: 'exact' | 'moved' | 'orphaned' | null;
  readonly tags: string;
  readonly article_id: string | null;
  readonly trashed: string | null;
  readonly title: string | null;
  readonly container_title: string | null;
  readonly issued: string | null;
  readonly url: string | null;
  readonly origin_name: string | null;
}

/** The document's citations as they stand now, numbered from 1 in order of first use. */
export function resolveCitations(db: Database, document: number): Citation[] {
  return db
    .prepare<ResolvedRow>(
      `SELECT c.annotation_id, c.ordinal AS number, c.quote AS cited_quote,
              c.article_id AS cited_article, c.tags AS cited_tags, c.kept,
              a.exact, a.start, a."end" AS "end", a.status,
              (SELECT json_group_array(tag) FROM (
                SELECT tag FROM annotation_tags WHERE annotation = a.seq ORDER BY tag)) AS tags,
              articles.id AS article_id, articles.trashed, articles.title,
              articles.container_title, articles.issued, articles.url, articles.origin_name
       FROM citations c
       LEFT JOIN annotations a ON a.id = c.annotation_id
       LEFT JOIN articles ON articles.id = coalesce(
         (SELECT id FROM articles WHERE seq = a.article), c.article_id)
       WHERE c.document = ? ORDER BY c.ordinal`,
    )
    .all(document)
    .map(toCitation);
}

function toCitation(row: ResolvedRow): Citation {
  const change = changeOf(row);
  const tags = row.exact === null ? [] : (JSON.parse(row.tags) as string[]);
  const kept = change !== null && row.kept === changeMark(change, row.exact, tags);
  return {
    annotationId: row.annotation_id,
    number: row.number,
    articleId: row.article_id ?? row.cited_article,
    quote: (kept && row.cited_quote !== '' ? null : row.exact) ?? row.cited_quote,
    start: row.start ?? 0,
    end: row.end ?? 0,
    status: row.status ?? 'deleted',
    change: kept ? null : change,
    kept,
    cited: { quote: row.cited_quote, tags: JSON.parse(row.cited_tags) as string[] },
    tags,
    title: row.title ?? '',
    'container-title': row.container_title,
    issued: row.issued,
    URL: row.url,
    origin: row.origin_name,
  };
}

/** The most serious of what happened to the passage since it was cited. */
function changeOf(row: ResolvedRow): CitationChange | null {
  if (row.status === null) return 'deleted';
  if (row.trashed !== null) return 'trashed';
  if (row.status !== 'exact') return row.status;
  if (row.exact !== row.cited_quote) return 'changed';
  return row.tags === row.cited_tags ? null : 'retagged';
}

/** Names a change with what the passage became, so that a later change is told again. */
const changeMark = (
  change: CitationChange,
  exact: string | null,
  tags: readonly string[],
): string => JSON.stringify([change, exact, tags]);

/** Notes that the writer lives with what happened to a passage whose words are `exact` now. */
export const markOfCitation = ({ change, tags }: Citation, exact: string | null): string | null =>
  change === null ? null : changeMark(change, exact, tags);
