import { z } from 'zod';

export const searchKinds = ['articles', 'annotations', 'notes', 'briefings', 'actors'] as const;
export const searchKindSchema = z.enum(searchKinds);
export type SearchKind = z.infer<typeof searchKindSchema>;

/** `recency`: by relevance, of similar ones the newer first. */
export const searchSortSchema = z.enum(['relevance', 'recency', 'date']);
export type SearchSort = z.infer<typeof searchSortSchema>;

/** One chip of what was understood. `start`/`end` are UTF-16 offsets into the query. */
const understoodSchema = z.object({
  kind: z.enum(['word', 'phrase', 'prefix', 'fuzzy', 'field', 'operator']),
  text: z.string(),
  field: z.string().optional(),
  negated: z.boolean(),
  start: z.int(),
  end: z.int(),
});
export type Understood = z.infer<typeof understoodSchema>;

/** Words with the UTF-16 ranges in them that were asked for. */
const markedSchema = z.object({
  text: z.string(),
  hits: z.array(z.tuple([z.int(), z.int()])),
});

const searchItemSchema = z.object({
  id: z.string(),
  articleId: z.string().optional(),
  title: z.string(),
  titleHits: z.array(z.tuple([z.int(), z.int()])).optional(),
  /** Outlet and date (`n.d.` where unknown) for articles and annotations, kind for actors. */
  detail: z.string().optional(),
  snippet: markedSchema,
  /** Of annotations that have any, each with its hits. */
  tags: z.array(markedSchema).optional(),
  /** Where the first hit stands in the article's text (UTF-16). */
  start: z.int(),
  end: z.int(),
});
export type SearchItem = z.infer<typeof searchItemSchema>;

const searchGroupSchema = z.object({
  kind: searchKindSchema,
  total: z.int(),
  items: z.array(searchItemSchema),
  nextCursor: z.string().nullable(),
});
export type SearchGroup = z.infer<typeof searchGroupSchema>;

const facetSchema = z.array(z.object({ value: z.string(), count: z.int() }));

/** How many of the articles found have each value, the most frequent first; months in their order. */
export const facetsSchema = z.object({
  outlet: facetSchema,
  year: facetSchema,
  /** `YYYY-MM`, of articles whose month is known. */
  month: facetSchema,
  actor: facetSchema,
  /** Whose words were marked as statements. */
  speaker: facetSchema,
  tag: facetSchema,
});
export type Facets = z.infer<typeof facetsSchema>;

const searchErrorSchema = z.object({
  message: z.string(),
  start: z.int(),
  end: z.int(),
});

/**
 * A word that nothing in the library has, and words it has that look alike, nearest first; or the
 * value of a `field` that nothing has there, and those most like it, of which there may be none.
 */
export const nearSchema = z.object({
  word: z.string(),
  field: z.string().optional(),
  suggestions: z.array(z.string()),
  /** Where the term stands in the query (UTF-16), from the field's name on. */
  start: z.int(),
  end: z.int(),
});
export type Near = z.infer<typeof nearSchema>;

export const searchResultSchema = z.object({
  understood: z.array(understoodSchema),
  groups: z.array(searchGroupSchema),
  error: searchErrorSchema.optional(),
  /** Where asked for, and where articles are among the kinds. */
  facets: facetsSchema.optional(),
  /** Words and values of the library near those that had no hit; while typing, `search.near` has them. */
  near: z.array(nearSchema).optional(),
  /** True where the beginning of very many words was looked for in titles only. */
  titlesOnly: z.boolean().optional(),
  /**
   * True where a word being typed that is to be excluded excludes nothing yet; ask again with
   * `thorough` when typing rests.
   */
  unfinished: z.boolean().optional(),
  /** True where no article, or few, have all the words of a question: these have the most telling ones. */
  relaxed: z.boolean().optional(),
  /** Of relaxed results, so many articles have all the words; they come first. Absent for none. */
  whole: z.int().optional(),
  /** How many articles the index does not have yet, or only as an earlier version made it. */
  building: z.int().optional(),
});
export type SearchResult = z.infer<typeof searchResultSchema>;
