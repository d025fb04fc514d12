import { corroborations } from '../../../shared/briefing/corroboration.ts';
import { coverage } from '../../../shared/briefing/coverage.ts';
import {
  citedAnnotations,
  readDocument,
  type DocumentText,
} from '../../../shared/briefing/document-text.ts';
import {
  conflictingFigures,
  type TaggedPassage,
} from '../../../shared/briefing/figures/conflicts.ts';
import { groupOrigins, type OriginArticle } from '../../../shared/briefing/origins.ts';
import {
  guardQuotes,
  type CheckedQuote,
  type CitedPassage,
  type GuardedQuote,
} from '../../../shared/briefing/quote-guard.ts';
import type { BriefingCheck, LexicalContent } from '../../../shared/model/document.ts';
import type { Database } from '../storage/database.ts';
import { scanForQuotes, type ScanHit } from './quote-scan.ts';

/** A quotation this short may stand anywhere by chance, so a near cited passage goes first. */
const tellingWords = 5;

/** Everything a check says of a document's content, against the whole library. */
export function checkContent(db: Database, content: LexicalContent): BriefingCheck {
  const document = readDocument(content);
  const passages = citedPassages(db, citedAnnotations(document));
  const { sentences, sourced, total } = coverage(document, (id) => passages.has(id));
  const guarded = guardQuotes(document, sentences, withKeptWords(db, document, passages));
  const unsettled = guarded.filter(({ found }) => found === null || found.verdict === 'differs');
  const scanned = new Map(
    scanForQuotes(db, unsettled).map((hits, index) => [unsettled[index], hits]),
  );
  const articles = citedArticles(db, passages);
  const articleById = new Map(articles.map((article) => [article.id, article]));
  return {
    sentences: [...sentences],
    sourced,
    total,
    quotes: guarded.map((quote) => verdict(quote, scanned.get(quote))),
    origins: groupOrigins(articles),
    corroboration: corroborations(sentences, (id) =>
      articleById.get(passages.get(id)?.articleId ?? ''),
    ),
    gaps: sentences.flatMap(({ text, start, end, gap }) =>
      gap === true ? [{ text, start, end }] : [],
    ),
    figures: conflictingFigures(withTags(db, passages)),
  };
}

function verdict(
  { text, start, end, found, pattern }: GuardedQuote,
  hits: { exact: ScanHit | null; near: ScanHit | null } | undefined,
): CheckedQuote {
  const place = { text, start, end };
  const exact = hits?.exact ?? null;
  const words = pattern.literal.filter(({ word }) => word).length;
  if (found !== null && (exact === null || words < tellingWords)) {
    const { articleId, annotationId } = found.passage;
    return {
      ...place,
      verdict: found.verdict,
      source: found.source,
      annotationId,
      ...(articleId === null ? {} : { articleId }),
    };
  }
  if (exact !== null) return { ...place, verdict: 'elsewhere', ...pointTo(exact) };
  if (hits?.near != null) return { ...place, verdict: 'differs', ...pointTo(hits.near) };
  return { ...place, verdict: 'nowhere' };
}

const pointTo = ({ source, articleId, annotationId }: ScanHit) => ({
  source,
  articleId,
  ...(annotationId === null ? {} : { annotationId }),
});

interface PassageRow {
  readonly id: string;
  readonly exact: string;
  readonly start: number;
  readonly end: number;
  readonly status: string;
  readonly article: number;
  readonly article_id: string;
}

function citedPassages(db: Database, ids: readonly string[]): Map<string, CitedPassage> {
  const select = db.prepare<PassageRow>(
    `SELECT a.id, a.exact, a.start, a."end" AS "end", a.status, a.article,
            articles.id AS article_id
     FROM annotations a JOIN articles ON articles.seq = a.article
     WHERE a.id = ?`,
  );
  const textOf = currentTexts(db);
  return new Map(
    ids.flatMap((id) => {
      const row = select.get(id);
      if (row === undefined) return [];
      const { start, end } = row;
      const context = row.status === 'exact' ? { text: textOf(row.article), start, end } : null;
      const passage = { annotationId: id, articleId: row.article_id, quote: row.exact, context };
      return [[id, passage] as const];
    }),
  );
}

/** The current text of an article, read once however many passages of it are cited. */
function currentTexts(db: Database): (article: number) => string {
  const texts = new Map<number, string>();
  const select = db.prepare<{ text: string }>(
    `SELECT texts.text FROM texts
     JOIN articles ON articles.seq = texts.article AND articles.version = texts.version
     WHERE texts.article = ?`,
  );
  return (article) => {
    const text = texts.get(article) ?? select.get(article)?.text ?? '';
    texts.set(article, text);
    return text;
  };
}

/** A passage that is gone sources nothing, but what is quoted from it is compared with its words. */
function withKeptWords(
  db: Database,
  document: DocumentText,
  passages: ReadonlyMap<string, CitedPassage>,
): Map<string, CitedPassage> {
  const select = db.prepare<{ quote: string; article_id: string | null }>(
    `SELECT quote, article_id FROM citations
     WHERE annotation_id = ? AND quote <> '' ORDER BY document DESC LIMIT 1`,
  );
  const all = new Map(passages);
  for (const id of citedAnnotations(document)) {
    if (all.has(id)) continue;
    const kept = select.get(id);
    if (kept === undefined) continue;
    const { quote, article_id: articleId } = kept;
    all.set(id, { annotationId: id, articleId, quote, context: null });
  }
  return all;
}

function withTags(db: Database, passages: ReadonlyMap<string, CitedPassage>): TaggedPassage[] {
  const select = db.prepare<{ tag: string }>(
    `SELECT tag FROM annotation_tags JOIN annotations ON annotations.seq = annotation
     WHERE annotations.id = ? ORDER BY tag`,
  );
  return [...passages.values()].map(({ annotationId, articleId, quote }) => ({
    annotationId,
    articleId: articleId ?? '',
    text: quote,
    tags: select.all(annotationId).map(({ tag }) => tag),
  }));
}

function citedArticles(db: Database, passages: ReadonlyMap<string, CitedPassage>): OriginArticle[] {
  const select = db.prepare<Omit<OriginArticle, 'id'>>(
    `SELECT a.title, a.container_title AS outlet, a.origin_name AS origin, lead.id AS shadowOf
     FROM articles a LEFT JOIN articles lead ON lead.seq = a.shadow_of WHERE a.id = ?`,
  );
  const ids = new Set([...passages.values()].flatMap(({ articleId }) => articleId ?? []));
  return [...ids].flatMap((id) => {
    const row = select.get(id);
    return row === undefined ? [] : [{ id, ...row }];
  });
}
