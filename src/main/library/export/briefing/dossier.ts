import { citedAnnotations, readDocument } from '../../../../shared/briefing/document-text.ts';
import type { Citation, LexicalContent } from '../../../../shared/model/document.ts';
import { checkContent } from '../../documents/check.ts';
import { resolveCitations } from '../../documents/citations/resolve.ts';
import { contentOf, documentRow } from '../../documents/store.ts';
import type { Database } from '../../storage/database.ts';
import { formatIssued } from './dates.ts';
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

/** Reads a briefing for export. Throws `not-found`. */
export function readDossier(db: Database, id: string): Dossier {
  const row = documentRow(db, 'briefing', id);
  const content = contentOf(row);
  const check = checkContent(db, content);
  const used = new Set(citedAnnotations(readDocument(content)));
  const evidence = resolveCitations(db, row.seq)
    .filter(({ annotationId }) => used.has(annotationId))
    .map((citation) => withContext(db, citation));
  const issued = evidence.flatMap(({ issued }) => issued ?? []).sort();
  const inState = (wanted: string) =>
    check.sentences.filter(({ state }) => state === wanted).length;
  return {
    title: row.title,
    content: {
      ...content,
      root: { ...content.root, children: withoutJudgements(content.root.children) },
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
    language: languageOf(row.text),
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

function languageOf(text: string): string {
  const count = (script: RegExp) => text.match(script)?.length ?? 0;
  const letters = count(/\p{L}/gu);
  if (count(/[\p{sc=Hiragana}\p{sc=Katakana}]/gu) > letters / 10) return 'ja';
  if (count(/\p{sc=Hangul}/gu) > letters / 3) return 'ko';
  if (count(/\p{sc=Han}/gu) > letters / 3) return 'zh';
  if (count(/\p{sc=Arabic}/gu) > letters / 3) return 'ar';
  if (count(/\p{sc=Hebrew}/gu) > letters / 3) return 'he';
  return 'en';
}
