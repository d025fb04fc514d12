import { z } from 'zod';
import { searchSortSchema } from './search.ts';

/** A query kept under a name. `count`: how many results it has now, of all kinds. */
export const savedSearchSchema = z.object({
  id: z.string(),
  name: z.string(),
  q: z.string(),
  sort: searchSortSchema,
  count: z.int(),
  created: z.string(),
  modified: z.string(),
});
export type SavedSearch = z.infer<typeof savedSearchSchema>;
