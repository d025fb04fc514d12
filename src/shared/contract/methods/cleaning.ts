import { z } from 'zod';
import { cleaningRuleSchema } from '../../model/cleaning.ts';
import { hiddenReasons } from '../../model/ranges.ts';
import { command, query } from '../define.ts';

const outlet = z.string().trim().min(1).max(500);
const applied = z.object({
  /** Articles in which something was hidden or shown. */
  articles: z.int(),
  hidden: z.int(),
  shown: z.int(),
});

export const cleaningMethods = {
  /** The rules learnt so far, by outlet, newest first; of one outlet, its own. */
  'cleaning.rules': query(
    z.object({ outlet: outlet.optional() }).strict(),
    z.object({ items: z.array(cleaningRuleSchema) }),
  ),
  /**
   * Hides or shows lines in every article of an outlet from now on: each of `lines` where it is
   * given (the words of a whole block; case, white space and digits do not matter), else every line
   * of that reason. A rule to the contrary is forgotten. `apply` does it in the articles that are
   * in the library, too. The texts never change.
   */
  'cleaning.learn': command(
    z
      .object({
        outlet,
        action: z.enum(['hide', 'show']),
        reason: z.enum(hiddenReasons),
        lines: z.array(z.string().trim().min(1).max(4000)).min(1).max(100).optional(),
        apply: z.boolean().default(false),
      })
      .strict(),
    z.object({ rules: z.array(cleaningRuleSchema), applied }),
  ),
  /** Forgets a rule. What it hid or showed stays as it is. */
  'cleaning.forget': command(z.object({ id: z.string() }).strict(), z.object({})),
  /** Applies an outlet's rules to its articles in the library. */
  'cleaning.apply': command(z.object({ outlet }).strict(), applied),
};
