import { z } from 'zod';
import { plainLine } from './plain-line.ts';
import { blockSchema, hiddenSchema, markSchema, rangeSchema } from './ranges.ts';

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: the number of parts is the date's precision. */
export const isoDate = z
  .string()
  .regex(
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    'a date is YYYY, YYYY-MM or YYYY-MM-DD',
  );

/** Words on one line, without what would hide or turn any of them. */
const line = z.string().overwrite(plainLine);

/** A CSL-JSON name. */
export const cslName = z.object({
  family: line.optional(),
  given: line.optional(),
  literal: line.optional(),
});
export type CslName = z.infer<typeof cslName>;

const written = line.max(500).nullable();

/**
 * Where an article stands in its outlet and in the archive it was taken from: CSL-JSON variables of
 * these names. `dimensions` is its length as the source says it, `number` its number in the `archive`,
 * which is a database such as Nexis.
 */
const placingSchema = z.object({
  section: written,
  page: written,
  edition: written,
  volume: written,
  issue: written,
  genre: written,
  dimensions: written,
  archive: written,
  number: written,
});
export type Placing = z.infer<typeof placingSchema>;
export const placingFields = placingSchema.keyof().options;

/** Where a report first came from, and the words that say so. */
const originSchema = z.object({
  name: z.string(),
  evidence: rangeSchema.extend({ text: z.string() }).nullable(),
});

/** An article as lists show it. Unknown stays null: it is never filled with today's date. */
export const articleSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  issued: isoDate.nullable(),
  'container-title': z.string().nullable(),
  words: z.int(),
  language: z.string().nullable(),
  author: z.array(cslName),
  origin: z.string().nullable(),
  annotations: z.int(),
  read: z.boolean(),
  /** ISO 8601, the moment of import. */
  added: z.string(),
  /** True where the title was taken from the first words because the source gave none. */
  titleProposed: z.boolean(),
  /** The lead article of its near-duplicate group, where this one is a shadow. */
  shadowOf: z.string().nullable(),
  /** How many near duplicates it leads. */
  shadows: z.int(),
});
export type ArticleSummary = z.infer<typeof articleSummarySchema>;

/** A whole article: bibliographic fields in CSL-JSON terms, the text, and its imported layers. */
export const articleSchema = articleSummarySchema.omit({ origin: true }).extend({
  URL: z.string().nullable(),
  accessed: isoDate.nullable(),
  ...placingSchema.shape,
  text: z.string(),
  /** The text's version, from 1. A correction makes a new one. */
  version: z.int(),
  blocks: z.array(blockSchema),
  marks: z.array(markSchema),
  /** What the clean view leaves out. */
  hidden: z.array(hiddenSchema),
  /** What could be left out and is shown until a person says so. */
  offered: z.array(hiddenSchema),
  /** SHA-256 of the text in UTF-8, hexadecimal. */
  hash: z.string(),
  origin: originSchema.nullable(),
  /** File name of the original and the SHA-256 of its bytes. */
  source: z.object({ name: z.string(), sha256: z.string(), format: z.string() }),
  /** Where the person stopped reading: offset of the first visible character. */
  position: z.int(),
});
export type Article = z.infer<typeof articleSchema>;

/** A version of an article's text. */
export const textVersionSchema = z.object({
  version: z.int(),
  /** ISO 8601. */
  created: z.string(),
  words: z.int(),
  /** It was read from a file; null where a person corrected the text. */
  original: z.string().nullable(),
});
export type TextVersion = z.infer<typeof textVersionSchema>;

/** Bibliographic fields a person may correct. */
export const articleFieldsSchema = z.object({
  title: line.min(1).max(2000).optional(),
  issued: isoDate.nullable().optional(),
  'container-title': line.max(500).nullable().optional(),
  author: z.array(cslName).max(100).optional(),
  language: line.max(35).nullable().optional(),
  URL: line.max(4000).nullable().optional(),
  accessed: isoDate.nullable().optional(),
  ...placingSchema.partial().shape,
});
export type ArticleFields = z.infer<typeof articleFieldsSchema>;
