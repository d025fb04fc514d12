import { z } from 'zod';
import { savedSearchSchema } from '../../model/saved-search.ts';
import { searchSortSchema } from '../../model/search.ts';
import { command, query } from '../define.ts';

const q = z.string().max(10_000);
const asked = q.refine((text) => text.trim() !== '', 'a query has at least one character');
const name = z.string().trim().min(1).max(200);

export const searchesMethods = {
  /** All saved searches by name, each with the number of results it has now. */
  'searches.list': query(z.object({}).strict(), z.object({ items: z.array(savedSearchSchema) })),
  /** Keeps a query under a name (its own words where none is given). `conflict` where it is kept already. */
  'searches.create': command(
    z.object({ q: asked, name: name.optional(), sort: searchSortSchema.optional() }).strict(),
    savedSearchSchema,
  ),
  'searches.update': command(
    z
      .object({
        id: z.string(),
        q: asked.optional(),
        name: name.optional(),
        sort: searchSortSchema.optional(),
      })
      .strict(),
    savedSearchSchema,
  ),
  'searches.delete': command(z.object({ id: z.string() }).strict(), z.object({ id: z.string() })),
  /** The queries asked last, newest first. They are not in the undo history and not in a bundle. */
  'searches.history': query(
    z.object({ limit: z.int().min(1).max(100).default(20) }).strict(),
    z.object({ items: z.array(z.object({ q: z.string(), at: z.string() })) }),
  ),
  /** Notes that a query was asked for; nothing is kept of a library that is read only. */
  'searches.remember': command(z.object({ q: asked }).strict(), z.object({ kept: z.boolean() })),
  /** Forgets one query of the history, or all of them. */
  'searches.forget': command(
    z.object({ q: q.optional() }).strict(),
    z.object({ forgotten: z.int() }),
  ),
};
