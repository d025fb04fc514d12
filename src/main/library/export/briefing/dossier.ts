import { citedAnnotations, readDocument } from '../../../../shared/briefing/document-text.ts';
import { withoutInnerLinks } from '../../../../shared/briefing/inner-links.ts';
import {
  documentLanguage,
  type DocumentLanguage,
} from '../../../../shared/model/document-language.ts';
import type { LexicalContent } from '../../../../shared/model/document.ts';
import { checkContent } from '../../documents/check.ts';
import { resolveCitations } from '../../documents/citations/resolve.ts';
import { contentOf, documentRow } from '../../documents/store.ts';
import type { Database } from '../../storage/database.ts';
import { cslReferences, type References } from '../csl/references.ts';
import { plainReferences } from '../csl/plain-references.ts';
import type { CslStyle } from '../csl/style-file.ts';
import { citedItems } from '../sources/csl.ts';
import { documentWords, type DocumentWords } from '../words/document-words.ts';
import { readEvidence, type Evidence } from './evidence.ts';
import { languageOf } from './language.ts';
import { beneathTitle } from './outline.ts';
import { withoutEmptySections } from './without-empty-sections.ts';
import { withoutMarkers } from './without-markers.ts';

/** Everything an export of a briefing says, gathered before anything is written. */
export interface Dossier {
  readonly title: string;
  /** The day it was last changed, in words. */
  readonly asOf: string;
  /** Its headings stand beneath the title: the highest are of the second level. */
  readonly content: LexicalContent;
  readonly evidence: readonly Evidence[];
  readonly evidenceOf: ReadonlyMap<string, Evidence>;
  /** The articles cited, in the style of the export. */
  readonly references: References;
  /** Sentences that name what is not known. */
  readonly gaps: readonly string[];
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
    /** How many sources have none, beside those that have one. */
    readonly undated: number;
  };
  /** BCP 47 tag of the language most of the document is written in. */
  readonly language: string;
  /** What the document says itself, in the language of the export. */
  readonly words: DocumentWords;
}

/** How a briefing is exported. */
export interface DossierSetting {
  /** Without one, sources are written in Attache's own way. */
  readonly style?: StyleSetting | null | undefined;
  /** The language of what the document says itself; without one, that of its text. */
  readonly language?: DocumentLanguage | undefined;
}

const undatedIn = (evidence: Dossier['evidence']): number =>
  new Set(evidence.flatMap((item) => (item.issued === null ? (item.articleId ?? []) : []))).size;

/** A style to write sources in, and the folder of bundled data with its locales. */
export interface StyleSetting {
  readonly style: CslStyle;
  readonly resources: string;
}

/**
 * Reads a briefing for export. Throws `not-found`, and `invalid-input` for a style that cannot be
 * used.
 */
export function readDossier(
  db: Database,
  id: string,
  { style = null, language: wanted }: DossierSetting = {},
): Dossier {
  const row = documentRow(db, 'briefing', id);
  const content = contentOf(row);
  const check = checkContent(db, content);
  const language = languageOf(row.text) ?? 'en';
  const words = documentWords(wanted ?? documentLanguage(language));
  const used = new Set(citedAnnotations(readDocument(content)));
  const evidence = readEvidence(
    db,
    resolveCitations(db, row.seq).filter(({ annotationId }) => used.has(annotationId)),
    check,
    words,
  );
  const issued = evidence.flatMap(({ issued }) => issued ?? []).sort();
  const items = citedItems(db, [...new Set(evidence.flatMap(({ articleId }) => articleId ?? []))]);
  const inState = (wanted: string) =>
    check.sentences.filter(({ state }) => state === wanted).length;
  return {
    title: row.title,
    asOf: words.date(row.modified.slice(0, 10)),
    content: {
      ...content,
      root: {
        ...content.root,
        children: beneathTitle(
          withoutEmptySections(withoutInnerLinks(withoutMarkers(content.root.children))),
        ),
      },
    },
    evidence,
    gaps: check.gaps.map(({ text }) => text),
    evidenceOf: new Map(evidence.map((item) => [item.annotationId, item])),
    counts: {
      articles: check.origins.articles,
      origins: check.origins.origins,
      passages: evidence.length,
      sentences: check.total,
      sourced: check.sourced,
      judgements: inState('judgement'),
      unsourced: inState('needs-source'),
      dates: words.dates(issued),
      undated: issued.length === 0 ? 0 : undatedIn(evidence),
    },
    references:
      style === null
        ? plainReferences(items, words)
        : cslReferences({ ...style, language: words.language }, items),
    language,
    words,
  };
}
