import { z } from 'zod';
import { stances } from './stance.ts';

/** A serialised Lexical editor state, `{root: {children: […]}}`. Unknown node fields are kept. */
export const lexicalContentSchema = z.looseObject({
  root: z.looseObject({ children: z.array(z.looseObject({ type: z.string() })) }),
});
export type LexicalContent = z.infer<typeof lexicalContentSchema>;

/** From block `start` on, `removed` top-level blocks of a document gave their place to `blocks`. */
export const blockChangeSchema = z.object({
  start: z.int().min(0),
  removed: z.int().min(0),
  blocks: z.array(z.looseObject({ type: z.string() })),
});
export type BlockChange = z.infer<typeof blockChangeSchema>;

/** What a note is about; neither field set means the story at large. */
export const aboutSchema = z.object({
  articleId: z.string().optional(),
  actorId: z.string().optional(),
});

export const documentSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  about: aboutSchema,
  words: z.int(),
  created: z.string(),
  modified: z.string(),
});

/** What happened to a cited passage, or to its article, since it was cited. */
const citationChanges = ['deleted', 'trashed', 'orphaned', 'moved', 'changed', 'retagged'] as const;
export type CitationChange = (typeof citationChanges)[number];

/** A citation as the editor, the sources list and every export show it. */
export const citationSchema = z.object({
  annotationId: z.string(),
  /** Number in the sources list, from 1, in order of first use. */
  number: z.int(),
  articleId: z.string().nullable(),
  quote: z.string(),
  start: z.int(),
  end: z.int(),
  status: z.enum(['exact', 'moved', 'orphaned', 'deleted']),
  /** What the writer has not decided about yet; null where nothing happened, or it was kept. */
  change: z.enum(citationChanges).nullable(),
  /** True where the writer chose to keep the words as they were cited. */
  kept: z.boolean(),
  /** What the passage was like when it was cited. */
  cited: z.object({ quote: z.string(), tags: z.array(z.string()) }),
  /** The tags the passage has now. */
  tags: z.array(z.string()),
  title: z.string(),
  'container-title': z.string().nullable(),
  issued: z.string().nullable(),
  URL: z.string().nullable(),
  origin: z.string().nullable(),
});
export type Citation = z.infer<typeof citationSchema>;

/** A sentence of a note or briefing that cites a passage. Offsets are into the document's text. */
export const citingSentenceSchema = z.object({
  text: z.string(),
  start: z.int(),
  end: z.int(),
});

export const documentSchema = documentSummarySchema.extend({
  content: lexicalContentSchema,
  markdown: z.string(),
  /** Plain text, the string search and coverage work on. */
  text: z.string(),
  citations: z.array(citationSchema),
  /** Grows by one with every save; send it back with an update to be told of a conflict. */
  revision: z.int(),
});
export type NotebookDocument = z.infer<typeof documentSchema>;

const sentenceStates = ['cited', 'judgement', 'needs-source'] as const;
const quoteVerdicts = ['verbatim', 'trimmed', 'differs', 'elsewhere', 'nowhere'] as const;

export const checkSchema = z.object({
  sentences: z.array(
    z.object({
      text: z.string(),
      state: z.enum(sentenceStates),
      /** UTF-16 offsets into the document's `text`. */
      start: z.int(),
      end: z.int(),
      citations: z.array(z.string()),
      /** True where it names an open information gap. */
      gap: z.boolean().optional(),
      /** How the passages it cites bear on it, by annotation, as far as the writer said. */
      stances: z.record(z.string(), z.enum(stances)).optional(),
    }),
  ),
  sourced: z.int(),
  total: z.int(),
  quotes: z.array(
    z.object({
      text: z.string(),
      verdict: z.enum(quoteVerdicts),
      start: z.int(),
      end: z.int(),
      /** The closest source words, where any were found. */
      source: z.string().optional(),
      annotationId: z.string().optional(),
      articleId: z.string().optional(),
    }),
  ),
  origins: z.object({
    articles: z.int(),
    origins: z.int(),
    groups: z.array(z.object({ name: z.string(), articleIds: z.array(z.string()) })),
  }),
  /** What stands behind each sentence that cites something. */
  corroboration: z.array(
    z.object({
      text: z.string(),
      start: z.int(),
      end: z.int(),
      /** Articles whose passages support it or were cited without a stance, and their origins. */
      articles: z.int(),
      origins: z.int(),
      /** Ids of annotations. */
      supports: z.array(z.string()),
      contradicts: z.array(z.string()),
      qualifies: z.array(z.string()),
    }),
  ),
  /** Open information gaps, in order. */
  gaps: z.array(z.object({ text: z.string(), start: z.int(), end: z.int() })),
  /** Cited passages under one tag that give different numbers for the same thing. */
  figures: z.array(
    z.object({
      tag: z.string(),
      unit: z.string(),
      values: z.array(
        z.object({
          annotationId: z.string(),
          articleId: z.string(),
          /** The number as it is written, with what it counts. */
          text: z.string(),
          value: z.number(),
        }),
      ),
    }),
  ),
});
export type BriefingCheck = z.infer<typeof checkSchema>;
