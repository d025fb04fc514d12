import { z } from 'zod';
import { lexicalContentSchema } from './document.ts';

/** A state of a note or briefing that was kept. */
export const versionSchema = z.object({
  id: z.string(),
  documentId: z.string(),
  /** Null for one that was kept by itself. */
  name: z.string().nullable(),
  title: z.string(),
  words: z.int(),
  /** When the document was last saved like this, ISO 8601. */
  created: z.string(),
});
export type Version = z.infer<typeof versionSchema>;

export const versionContentSchema = versionSchema.extend({
  content: lexicalContentSchema,
  markdown: z.string(),
  text: z.string(),
});

/** What became of one block between two states of a document. */
export const comparedBlockSchema = z.object({
  change: z.enum(['same', 'changed', 'added', 'removed']),
  kind: z.enum([
    'paragraph',
    'heading',
    'quote',
    'list-item',
    'table-head',
    'table-cell',
    'code',
    'rule',
  ]),
  level: z.int().optional(),
  /** In order of reading: without `added` they are the old block, without `removed` the new one. */
  parts: z.array(z.object({ change: z.enum(['same', 'added', 'removed']), text: z.string() })),
});
export type ComparedBlock = z.infer<typeof comparedBlockSchema>;
