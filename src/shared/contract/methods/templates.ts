import { z } from 'zod';
import { command, query } from '../define.ts';

const name = z.string().trim().min(1).max(200);
const template = z.object({
  id: z.string(),
  name: z.string(),
  created: z.string(),
  modified: z.string(),
});

/** Templates of one's own for briefings: structure and words, without citations. */
export const templateMethods = {
  /** By name. */
  'templates.list': query(
    z.object({}).strict(),
    z.object({ items: z.array(template), total: z.int() }),
  ),
  /** Makes a template of a note or briefing. */
  'templates.create': command(z.object({ name, documentId: z.string() }).strict(), template),
  'templates.update': command(z.object({ id: z.string(), name }).strict(), template),
  'templates.delete': command(z.object({ id: z.string() }).strict(), z.object({ id: z.string() })),
};
