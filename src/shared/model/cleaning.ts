import { z } from 'zod';
import { hiddenReasons } from './ranges.ts';

/**
 * What a person hides or shows in every article of an outlet: lines of the same words, or, with no
 * words, every line that is hidden or offered for a reason.
 */
export const cleaningRuleSchema = z.object({
  id: z.string(),
  outlet: z.string(),
  action: z.enum(['hide', 'show']),
  reason: z.enum(hiddenReasons),
  words: z.string().nullable(),
  /** ISO 8601. */
  created: z.string(),
  /** How many articles of the outlet are in the library. */
  articles: z.int(),
});
export type CleaningRule = z.infer<typeof cleaningRuleSchema>;
