import { citedAnnotations, readDocument } from '../../../../shared/briefing/document-text.ts';
import { withoutInnerLinks } from '../../../../shared/briefing/inner-links.ts';
import type { Citation, LexicalContent } from '../../../../shared/model/document.ts';
import { checkContent } from '../../documents/check.ts';
import { resolveCitations } from '../../documents/citations/resolve.ts';
import { contentOf, documentRow } from '../../documents/store.ts';
import type { Database } from '../../storage/database.ts';
import { cslReferences, type References } from '../csl/references.ts';
import { plainReferences } from '../csl/plain-references.ts';
import type { CslStyle } from '../csl/style-file.ts';
import { citedItems } from '../sources/csl.ts';
import { formatIssued } from './dates.ts';
import { languageOf } from './language.ts';
import { withoutJudgements } from './without-judgements.ts';

/** A cited passage as exports show it: numbered from 1, with the words around it. */
export interface Evidence extends Citation {
  readonly before: string;
  readonly after: string;
  /** The date in words, or "n.d.". */
  readonly date: string;
  readonly author: string;
  readonly language: string | null;
}

/** Everything an export of a briefing says, gathered before anything is written. */
export interface Dossier {
  readonly title: string;
  readonly content: LexicalContent;
  readonly evidence: readonly Evidence[];
  readonly evidenceOf: ReadonlyMap<string, Evidence>;
  /** The articles cited, in the style of the export. */
  readonly references: References;
  readonly counts: {
    readonly articles: number;
    readonly origins: number;
    readonly passages: number;
    readonly sentences: number;
    readonly sourced: number;
    readonly judgements: number;
    readonly unsourced: number;
    /** The dates of the first and the last source that has one. */
    readonly dates: string;
    readonly undated: number;
  };
  /** BCP 47 tag of the language most of the document is written in. */
  readonly language: string;
}

interface ContextRow {
  readonly text: string;
  readonly author: string;
  readonly language: string | null;
}

const contextLength = 240;

/** A style to write sources in, and the folder of bundled data with its locales. */
export interface StyleSetting {
  readonly style: CslStyle;
  readonly resources: string;
}

/**
 * Reads a briefing for export; without a style, sources are written in Attache's own way.
 * Throws `not-found`, and `invalid-input` for a style that cannot be used.
 */
export function readDossier(db: Database, id: string, styled: StyleSetting | null): Dossier {
  const row = documentRow(db, 'briefing', id);
  const content = contentOf(row);
  const check = checkContent(db, content);
  const used = new Set(citedAnnotations(readDocument(content)));
  const evidence = resolveCitations(db, row.seq)
    .filter(({ annotationId }) => used.has(annotationId))
    .map((citation) => withContext(db, citation));
  const issued = evidence.flatMap(({ issued }) => issued ?? []).sort();
  const language = languageOf(row.text);
  const items = citedItems(db, [...new Set(evidence.flatMap(({ articleId }) => articleId ?? []))]);
  const inState = (wanted: string) =>
    check.sentences.filter(({ state }) => state === wanted).length;
  return {
    title: row.title,
    content: {
      ...content,
      root: {
        ...content.root,
        children: withoutInnerLinks(withoutJudgements(content.root.children)),
      },
    },
    evidence,
    evidenceOf: new Map(evidence.map((item) => [item.annotationId, item])),
    counts: {
      articles: check.origins.articles,
      origins: check.origins.origins,
      passages: evidence.length,
      sentences: check.total,
      sourced: check.sourced,
      judgements: inState('judgement'),
      unsourced: inState('needs-source'),
      dates: dateRange(issued),
      undated: new Set(evidence.flatMap((e) => (e.issued === null ? (e.articleId ?? []) : [])))
        .size,
    },
    references:
      styled === null ? plainReferences(items) : cslReferences({ ...styled, language }, items),
    language,
  };
}

function dateRange(issued: readonly string[]): string {
  const first = formatIssued(issued[0] ?? null);
  const last = formatIssued(issued.at(-1) ?? null);
  return first === last ? first : `${first} to ${last}`;
}

function withContext(db: Database, citation: Citation): Evidence {
  const row =
    citation.articleId === null
      ? undefined
      : db
          .prepare<ContextRow>(
            `SELECT texts.text, articles.author, articles.language FROM articles
             JOIN texts ON texts.article = articles.seq AND texts.version = articles.version
             WHERE articles.id = ?`,
          )
          .get(citation.articleId);
  const placed = row !== undefined && citation.status === 'exact';
  return {
    ...citation,
    before: placed ? wordsBefore(row.text, citation.start) : '',
    after: placed ? wordsAfter(row.text, citation.end) : '',
    date: formatIssued(citation.issued),
    author: row === undefined ? '' : authorsOf(row.author),
    language: row?.language ?? null,
  };
}

const squeeze = (text: string): string => text.toWellFormed().replaceAll(/\s+/gu, ' ');

function wordsBefore(text: string, start: number): string {
  const from = Math.max(0, start - contextLength);
  const words = text.slice(from, start);
  return squeeze(from === 0 ? words : `…${words.replace(/^\S*\s/u, '')}`);
}

function wordsAfter(text: string, end: number): string {
  const words = text.slice(end, end + contextLength);
  return squeeze(end + contextLength >= text.length ? words : `${words.replace(/\s\S*$/u, '')}…`);
}

interface Name {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}

/** Names from stored CSL-JSON, in reading order. */
export const authorsOf = (json: string): string =>
  (JSON.parse(json) as Name[])
    .map(({ family, given, literal }) => literal ?? [given, family].filter(Boolean).join(' '))
    .filter((name) => name !== '')
    .join(', ');
