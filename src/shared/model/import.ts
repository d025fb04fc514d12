import { z } from 'zod';
import { errorCodes } from './error-code.ts';
import { articleFieldsSchema, isoDate, placingFields } from './article.ts';
import { hiddenSchema } from './ranges.ts';

/** The encoding of a source's text files, by any WHATWG label or `utf-32le`, `utf-32be`; else it is detected. */
const encoding = z.string().min(1).max(60).optional();

/**
 * One thing to import: a path (file or folder), a text, or the bytes of a file. Bytes that are no
 * base64 are a file that cannot be read, which is named among the failures and stops no other.
 */
export const sourceSchema = z.union(
  [
    z.object({ path: z.string().min(1), encoding }),
    z.object({ name: z.string().min(1), text: z.string() }),
    z.object({ name: z.string().min(1), base64: z.string(), encoding }),
  ],
  { error: 'a source is {path}, {name, text} or {name, base64}' },
);
export type ImportSource = z.infer<typeof sourceSchema>;

/** Where values are read: the file's own fields first, then its words. */
const evidenceRules = [
  'front-matter',
  'header-line',
  'json-ld',
  'open-graph',
  'meta',
  'canonical-link',
  'html-lang',
  'time-element',
  'title-element',
  'document-properties',
  'mail-header',
  'page-footer',
  'bibliography',
  'database-field',
  'heading',
  'first-words',
  'byline',
  'date-line',
  'date-in-text',
  'dateline',
  'agency-credit',
  'copyright-line',
  'outlet-prompt',
  'script',
  'common-words',
  'weekday',
  'url-date',
  'file-name-date',
  'sibling-date',
  'year-in-text',
  'accessed',
  'added',
] as const;
export type EvidenceRule = (typeof evidenceRules)[number];

/** Where a proposed value was read: the rule's name and the words themselves. */
const evidenceSchema = z.object({
  rule: z.enum(evidenceRules),
  text: z.string(),
  /** UTF-16 range in the article's text, where the words stand there. */
  start: z.int().optional(),
  end: z.int().optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** A full date that a date without its year may stand for, and what speaks for it, strongest first. */
const dateChoiceSchema = z.object({
  value: isoDate,
  evidence: z.array(evidenceSchema).min(1),
});
export type DateChoice = z.infer<typeof dateChoiceSchema>;

/**
 * A value read from the source. `certain` values are filled in; the others wait for the person. A
 * date whose year, month or day is not said has `X` in its place (EDTF: `XXXX-11-04`); it cannot be
 * stored, `choices` are the dates it may be, the likeliest first.
 */
export const proposalSchema = z.object({
  field: z.enum([
    'title',
    'container-title',
    'author',
    'issued',
    'accessed',
    'language',
    'URL',
    'origin',
    ...placingFields,
  ]),
  value: z.string(),
  certain: z.boolean(),
  evidence: evidenceSchema,
  choices: z.array(dateChoiceSchema).optional(),
});
export type Proposal = z.infer<typeof proposalSchema>;

export const failureSchema = z.object({
  source: z.string(),
  code: z.enum(errorCodes),
  message: z.string(),
});
export type ImportFailure = z.infer<typeof failureSchema>;

/**
 * A file whose words the library has. An identical one is left out; a near duplicate is `imported`
 * all the same, and was like the article of `articleId`, or like the lead of that one's group.
 */
export const duplicateSchema = z.object({
  source: z.string(),
  articleId: z.string(),
  /** That of the article of `articleId`. */
  title: z.string(),
  imported: z.object({ articleId: z.string(), title: z.string() }).nullable(),
  kind: z.enum(['identical', 'near']),
  similarity: z.number().min(0).max(1),
});

/**
 * An article of the library that a file is a changed copy of: found at the same address, under the
 * same path, or only by its words.
 */
const earlierSchema = z.object({
  articleId: z.string(),
  title: z.string(),
  by: z.enum(['url', 'path', 'near']),
  /** How much of the shorter text stands in the longer one. */
  similarity: z.number().min(0).max(1),
  /** The import makes a new version of it, unless the person decides otherwise. */
  chosen: z.boolean(),
});
export type Earlier = z.infer<typeof earlierSchema>;

/** One row of the preview. `key` names it in `import.run`. */
export const previewItemSchema = z.object({
  key: z.string(),
  source: z.string(),
  format: z.string(),
  encoding: z.string().nullable(),
  /** 0 to 1: how sure the detected encoding is; null for binary formats and where it was given. */
  encodingConfidence: z.number().min(0).max(1).nullable(),
  title: z.string(),
  titleProposed: z.boolean(),
  'container-title': z.string().nullable(),
  author: z.array(z.string()),
  issued: z.string().nullable(),
  language: z.string().nullable(),
  origin: z.string().nullable(),
  words: z.int(),
  text: z.string(),
  hidden: z.array(hiddenSchema),
  proposals: z.array(proposalSchema),
  /** `articleId` and its title are null where the twin is another row of this preview, named by `of`. */
  duplicate: z
    .object({
      kind: z.enum(['identical', 'near']),
      similarity: z.number(),
      articleId: z.string().nullable(),
      title: z.string().nullable(),
      of: z.string(),
    })
    .nullable(),
  earlier: earlierSchema.nullable(),
});
export type PreviewItem = z.infer<typeof previewItemSchema>;

/** An article that got a new text by an import. */
export const revisedSchema = z.object({
  articleId: z.string(),
  source: z.string(),
  title: z.string(),
  version: z.int(),
  /** How many annotations stand where they stood. */
  exact: z.int(),
  /** Ids of annotations that were found elsewhere and wait for the person. */
  moved: z.array(z.string()),
  /** Ids of annotations whose words are gone. */
  orphaned: z.array(z.string()),
});

/** The bibliographic fields a record may fill. */
const recordField = z.enum([
  'title',
  'container-title',
  'author',
  'issued',
  'URL',
  'language',
  'accessed',
  ...placingFields,
]);

/** A record of a bibliography whose values an article got. */
export const attachedSchema = z.object({
  source: z.string(),
  articleId: z.string(),
  title: z.string(),
  /** What the article was known by. */
  by: z.enum(['url', 'doi', 'title']),
  /** Fields that were empty and are filled from the record. */
  filled: z.array(recordField),
  /** Fields where the record says something else than the article, which stays as it is. */
  kept: z.array(recordField),
});
export type Attached = z.infer<typeof attachedSchema>;

/**
 * A record in a preview. It belongs to an article of the library, or to another row, by its key,
 * which then shows what it says. `key` names it in decisions.
 */
export const previewRecordSchema = attachedSchema.extend({
  key: z.string(),
  articleId: z.string().nullable(),
  row: z.string().nullable(),
});
export type PreviewRecord = z.infer<typeof previewRecordSchema>;

/** What the person decided about one preview row. */
export const decisionSchema = z.object({
  key: z.string(),
  include: z.boolean(),
  fields: articleFieldsSchema.optional(),
  hidden: z.array(hiddenSchema).optional(),
  /** A separate article, or a new version of one; left out: as the preview proposes. */
  as: z.union([z.literal('separate'), z.object({ revise: z.string() }).strict()]).optional(),
  /**
   * What a near duplicate is: a shadow of the one it is like (left out: this), the lead of that
   * one's group, or no duplicate at all.
   */
  near: z.enum(['shadow', 'lead', 'none']).optional(),
});
