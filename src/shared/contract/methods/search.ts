import { z } from 'zod';
import { completionsSchema } from '../../model/completion.ts';
import {
  facetsSchema,
  nearSchema,
  searchKindSchema,
  searchResultSchema,
  searchSortSchema,
} from '../../model/search.ts';
import { query } from '../define.ts';

export const searchMethods = {
  /** Never refuses a query for its grammar: what could not be read is named in `error`. */
  'search.query': query(
    z
      .object({
        q: z.string().max(100_000),
        in: z.union([searchKindSchema, z.array(searchKindSchema)]).optional(),
        sort: searchSortSchema.optional(),
        limit: z.int().min(1).max(1000).default(20),
        cursor: z.string().optional(),
        /** The last word may be half typed: it also finds words that start with it. */
        typing: z.boolean().optional(),
        /** Takes longer: looks for the beginnings of more words in texts, of all where nothing is being typed. */
        thorough: z.boolean().optional(),
        /** Also answers what `search.facets` does. */
        facets: z.boolean().optional(),
      })
      .strict(),
    searchResultSchema,
  ),
  /**
   * Counts the articles that `search.query` lists, sorted so, by outlet, time of publication, actor,
   * speaker and tag.
   */
  'search.facets': query(
    z
      .object({
        q: z.string().max(100_000),
        typing: z.boolean().optional(),
        sort: searchSortSchema.optional(),
      })
      .strict(),
    facetsSchema,
  ),
  /** For each plain word of a query that nothing in the library has, and each name of a field: what it has that looks alike. */
  'search.near': query(
    z.object({ q: z.string().max(100_000), typing: z.boolean().optional() }).strict(),
    z.object({ items: z.array(nearSchema) }),
  ),
  /** Fields, and values the library has, for what is being typed at `caret` (UTF-16; the end where absent). */
  'search.complete': query(
    z
      .object({
        q: z.string().max(100_000),
        caret: z.int().min(0).optional(),
        limit: z.int().min(1).max(50).default(8),
      })
      .strict(),
    completionsSchema,
  ),
};
