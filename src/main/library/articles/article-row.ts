import {
  placingFields,
  type Article,
  type ArticleSummary,
  type CslName,
  type Placing,
} from '../../../shared/model/article.ts';
import type { Block, Mark } from '../../../shared/model/ranges.ts';
import type { HiddenLayers } from './hidden.ts';

/** The columns of `articles` a summary is made of, with what is counted beside them. */
export interface SummaryRow {
  seq: number;
  id: string;
  title: string;
  title_proposed: number;
  container_title: string | null;
  author: string;
  issued: string | null;
  language: string | null;
  words: number;
  origin_name: string | null;
  created: string;
  annotations: number;
  read: string | null;
  lead: string | null;
  shadows: number;
}

export const summaryColumns = `
  a.seq, a.id, a.title, a.title_proposed, a.container_title, a.author, a.issued, a.language,
  a.words, a.origin_name, a.created,
  (SELECT count(*) FROM annotations n WHERE n.article = a.seq) AS annotations,
  r.read,
  (SELECT l.id FROM articles l WHERE l.seq = a.shadow_of) AS lead,
  (SELECT count(*) FROM articles s WHERE s.shadow_of = a.seq AND s.trashed IS NULL) AS shadows`;

export const placingColumns = placingFields.map((field) => `a.${field}`).join(', ');

export const summaryTables = 'articles a LEFT JOIN reading r ON r.article = a.seq';

export function toSummary(row: SummaryRow): ArticleSummary {
  return {
    id: row.id,
    title: row.title,
    titleProposed: row.title_proposed === 1,
    issued: row.issued,
    'container-title': row.container_title,
    words: row.words,
    language: row.language,
    author: JSON.parse(row.author) as CslName[],
    origin: row.origin_name,
    annotations: row.annotations,
    read: row.read !== null,
    added: row.created,
    shadowOf: row.lead,
    shadows: row.shadows,
  };
}

const placingOf = (row: Placing): Placing => ({
  section: row.section,
  page: row.page,
  edition: row.edition,
  volume: row.volume,
  issue: row.issue,
  genre: row.genre,
  dimensions: row.dimensions,
  archive: row.archive,
  number: row.number,
});

/** A summary row with the rest of the article and its current text. */
export interface ArticleRow extends SummaryRow, Placing {
  url: string | null;
  accessed: string | null;
  version: number;
  origin_start: number | null;
  origin_end: number | null;
  source_name: string;
  source_format: string;
  original: string;
  position: number | null;
  text: string;
  hash: string;
  blocks: string;
  marks: string;
}

export function toArticle(row: ArticleRow, layers: HiddenLayers): Article {
  const { origin: _, ...summary } = toSummary(row);
  const { origin_start: start, origin_end: end } = row;
  return {
    ...summary,
    ...placingOf(row),
    URL: row.url,
    accessed: row.accessed,
    text: row.text,
    version: row.version,
    blocks: JSON.parse(row.blocks) as Block[],
    marks: JSON.parse(row.marks) as Mark[],
    ...layers,
    hash: row.hash,
    origin:
      row.origin_name === null
        ? null
        : {
            name: row.origin_name,
            evidence:
              start === null || end === null
                ? null
                : { start, end, text: row.text.slice(start, end) },
          },
    source: { name: row.source_name, sha256: row.original, format: row.source_format },
    position: row.position ?? 0,
  };
}
