import { z } from 'zod';
import { annotationSchema, colourSchema, motivations } from '../../model/annotation.ts';
import { offset } from '../../model/ranges.ts';
import { command, query } from '../define.ts';

const tags = z.array(z.string().trim().min(1).max(200)).max(100);
const comment = z.string().max(100_000);

export const annotationMethods = {
  'annotations.create': command(
    z
      .object({
        articleId: z.string(),
        start: offset,
        end: offset,
        motivation: z.enum(motivations),
        comment: comment.optional(),
        tags: tags.optional(),
        colour: colourSchema.optional(),
      })
      .strict(),
    annotationSchema,
  ),
  'annotations.list': query(
    z
      .object({
        articleId: z.string().optional(),
        status: z.enum(['exact', 'moved', 'orphaned']).optional(),
        tag: z.string().optional(),
        limit: z.int().min(1).max(100_000).default(10_000),
      })
      .strict(),
    z.object({ items: z.array(annotationSchema), total: z.int() }),
  ),
  'annotations.get': query(z.object({ id: z.string() }).strict(), annotationSchema),
  'annotations.update': command(
    z
      .object({
        id: z.string(),
        start: offset.optional(),
        end: offset.optional(),
        motivation: z.enum(motivations).optional(),
        comment: comment.optional(),
        tags: tags.optional(),
        colour: colourSchema.optional(),
      })
      .strict(),
    annotationSchema,
  ),
  'annotations.delete': command(
    z.object({ id: z.string() }).strict(),
    z.object({ id: z.string() }),
  ),
  'tags.list': query(
    z.object({}).strict(),
    z.object({ items: z.array(z.object({ name: z.string(), annotations: z.int() })) }),
  ),
};
