import { z } from 'zod';
import { memberSchema, nearGroupSchema } from '../../model/near-group.ts';
import { command, query } from '../define.ts';
import { settingsSchema } from './settings.ts';

const byId = z.object({ id: z.string() }).strict();

export const duplicateMethods = {
  /** Groups of near duplicates, the newest lead first; of one article, its own or none. */
  'duplicates.list': query(
    z
      .object({ articleId: z.string().optional(), limit: z.int().min(1).max(1000).default(200) })
      .strict(),
    z.object({ items: z.array(nearGroupSchema), total: z.int() }),
  ),
  /** Makes an article the lead of its group; the others become its shadows. */
  'duplicates.lead': command(byId, nearGroupSchema),
  /** Says that an article is not the same report as the others of its group. It stays so. */
  'duplicates.separate': command(byId, z.object({})),
  /** Says that an article is the same report as `lead`: it joins that one's group. */
  'duplicates.join': command(
    z.object({ id: z.string(), lead: z.string() }).strict(),
    nearGroupSchema,
  ),
  /** What `duplicates.regroup` would change under a threshold: nothing is changed yet. */
  'duplicates.plan': query(
    z
      .object({
        threshold: settingsSchema.shape.nearThreshold.optional(),
        limit: z.int().min(1).max(1000).default(200),
      })
      .strict(),
    z.object({
      threshold: z.number(),
      total: z.int(),
      items: z.array(
        z.object({
          article: memberSchema,
          /** The lead it is a shadow of now, and would be; null for none. */
          before: memberSchema.nullable(),
          after: memberSchema.nullable(),
          /** To the lead it would have. */
          similarity: z.number().min(0).max(1).nullable(),
        }),
      ),
    }),
  ),
  /**
   * Groups the articles of the library anew under a threshold, without one that of the settings.
   * What a person joined, parted or made a lead stays. Answers how many articles changed group.
   */
  'duplicates.regroup': command(
    z.object({ threshold: settingsSchema.shape.nearThreshold.optional() }).strict(),
    z.object({ changed: z.int(), groups: z.int(), threshold: z.number() }),
  ),
};
