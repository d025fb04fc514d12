import { z } from 'zod';
import {
  annotationSchema,
  annotationSorts,
  annotationStatuses,
  candidateSchema,
  colourSchema,
  motivations,
} from '../../model/annotation.ts';
import { offset } from '../../model/ranges.ts';
import { tagNameSchema } from '../../model/tag.ts';
import { command, query } from '../define.ts';

const tags = z.array(tagNameSchema).max(100);
const comment = z.string().max(100_000);
const ids = z.array(z.string()).min(1).max(100_000);
const byId = z.object({ id: z.string() }).strict();

/** What is left out means any. */
const filter = z.object({
  articleId: z.string().optional(),
  status: z.enum(annotationStatuses).optional(),
  /** With the tags beneath it. */
  tag: z.string().optional(),
  colour: colourSchema.optional(),
  motivation: z.enum(motivations).optional(),
  /** Passages that name the actor, or that are its statement. */
  actorId: z.string().optional(),
  /** Cited in a briefing or note, or in none. */
  cited: z.boolean().optional(),
  /** Words of the passage, its comment or tags, folded as search folds; all must be there. */
  text: z.string().max(1000).optional(),
});

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
  /** Passages in sight: those of the trash are listed only by their `articleId`. */
  'annotations.list': query(
    filter
      .extend({
        sort: z.enum(annotationSorts).default('place'),
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(100_000).default(10_000),
      })
      .strict(),
    z.object({ items: z.array(annotationSchema), total: z.int() }),
  ),
  /** The ids of all that a list would show, in its order. */
  'annotations.ids': query(
    filter.extend({ sort: z.enum(annotationSorts).default('place') }).strict(),
    z.object({ ids: z.array(z.string()) }),
  ),
  'annotations.get': query(byId, annotationSchema),
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
  'annotations.delete': command(byId, z.object({ id: z.string() })),
  /** Changes tags and colour of many as one undo step. Ids that are gone are left out. */
  'annotations.updateMany': command(
    z
      .object({
        ids,
        addTags: tags.optional(),
        /** Sub-tags are taken off as well. */
        removeTags: tags.optional(),
        colour: colourSchema.optional(),
      })
      .strict(),
    z.object({ changed: z.int() }),
  ),
  /** Deletes many as one undo step. Ids that are gone are left out. */
  'annotations.deleteMany': command(z.object({ ids }).strict(), z.object({ deleted: z.int() })),
  /**
   * Confirms passages that moved, at the places where they were found, as one undo step: those of
   * `ids`, or all (of an article) whose words are unchanged there.
   */
  'annotations.keep': command(
    z.object({ ids: ids.optional(), articleId: z.string().optional() }).strict(),
    z.object({ kept: z.array(z.string()) }),
  ),
  /** The places of the article's text closest to a passage, best first. None is taken by itself. */
  'annotations.candidates': query(
    z.object({ id: z.string(), limit: z.int().min(1).max(20).default(3) }).strict(),
    z.object({ items: z.array(candidateSchema) }),
  ),
};
