import { z } from 'zod';
import { command } from '../define.ts';

const ids = z.array(z.string()).min(1).max(100_000);
const counts = z.object({ articles: z.int(), briefings: z.int(), notes: z.int() });

export const trashMethods = {
  /**
   * Takes what `ids` names (articles, notes and briefings) out of the trash. `not-found` where
   * something named is not in the trash: then nothing is taken out.
   */
  'trash.restore': command(z.object({ ids }).strict(), counts),
  /**
   * Deletes what lies in the trash: all of it, or what `ids` names of it (articles, notes and
   * briefings). It leaves the library with its passages and versions and cannot be restored from
   * the trash any more; undo brings it back. `not-found` where something named is not in the trash.
   */
  'trash.empty': command(z.object({ ids: ids.optional() }).strict(), counts),
};
