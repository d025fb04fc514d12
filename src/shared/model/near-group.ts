import { z } from 'zod';
import { isoDate } from './article.ts';

/** An article as a group of near duplicates names it. */
export const memberSchema = z.object({
  id: z.string(),
  title: z.string(),
  'container-title': z.string().nullable(),
  issued: isoDate.nullable(),
  words: z.int(),
  origin: z.string().nullable(),
});

/** Articles that carry one report: the lead, and its shadows with how they came to it. */
export const nearGroupSchema = z.object({
  lead: memberSchema,
  shadows: z.array(
    memberSchema.extend({
      /** How much of the shorter text stands in the longer one; null where it was not measured. */
      similarity: z.number().min(0).max(1).nullable(),
      by: z.enum(['rule', 'person']),
    }),
  ),
});
export type NearGroup = z.infer<typeof nearGroupSchema>;
