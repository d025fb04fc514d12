import { z } from 'zod';
import {
  annotationSchema,
  annotationSorts,
  annotationStatuses,
  candidateSchema,
  colourNames,
  colours,
  motivations,
} from '../../model/annotation.ts';
import { sourceSchema } from '../../model/import.ts';
import { offset } from '../../model/ranges.ts';
import { tagNameSchema } from '../../model/tag.ts';
import { command, query } from '../define.ts';
import { errorCodes } from '../../model/error-code.ts';
import { oneOf } from '../one-of.ts';

const tags = z.array(tagNameSchema).max(100);
const comment = z.string().max(100_000);
const colour = oneOf(colours, colourNames);
const ids = z.array(z.string()).min(1).max(100_000);
const byId = z.object({ id: z.string() }).strict();

/** One annotation of a file. */
const item = z.object({ source: z.string(), index: z.int() });

/** What is left out means any. */
const filter = z.object({
  /** These passages only; those that are gone are left out. */
  ids: ids.optional(),
  articleId: z.string().optional(),
  status: z.enum(annotationStatuses).optional(),
  /** With the tags beneath it. */
  tag: z.string().optional(),
  colour: colour.optional(),
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
        colour: colour.optional(),
      })
      .strict(),
    annotationSchema,
  ),
  /** Passages in sight: those of the trash are listed only by their `articleId` or `ids`. */
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
        colour: colour.optional(),
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
        colour: colour.optional(),
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

  /**
   * Brings in annotations: W3C Web Annotations as Attache and others write them, exports of
   * Hypothesis and answers of its API. Each is matched to an article by id, text or address and
   * placed by its quotation where its position does not fit. Items count from 0 in their file; a
   * malformed one is reported and never keeps out the others. Those whose text is not in the
   * library wait for it.
   */
  'annotations.import': command(
    z.object({ sources: z.array(sourceSchema).min(1).max(10_000) }).strict(),
    z.object({
      imported: z.array(
        item.extend({
          id: z.string(),
          articleId: z.string(),
          status: z.enum(annotationStatuses),
        }),
      ),
      /** In the library before, or earlier in the same files. */
      already: z.array(item.extend({ id: z.string() })),
      waiting: z.array(item.extend({ id: z.string(), target: z.string(), title: z.string() })),
      /** Replies, kept in the comment of the annotation they answer. */
      replies: z.array(item.extend({ id: z.string() })),
      /** Notes on a page as a whole, kept as notes about its article. */
      notes: z.array(item.extend({ id: z.string(), articleId: z.string() })),
      /** `index` is null where the file as a whole could not be read. */
      failed: z.array(
        z.object({
          source: z.string(),
          index: z.int().nullable(),
          code: z.enum(errorCodes),
          message: z.string(),
        }),
      ),
    }),
  ),
  /** Imported annotations by the text they wait for. `articleId`: that text is here by now. */
  'annotations.waiting': query(
    z.object({}).strict(),
    z.object({
      items: z.array(
        z.object({
          /** Address or id of the text, as the annotations name it. */
          target: z.string(),
          title: z.string(),
          annotations: z.int(),
          received: z.string(),
          /** The first of their quotations. */
          quotes: z.array(z.string()),
          articleId: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** Places the annotations that wait for a text: in the article that is it, or in the one named. */
  'annotations.placeWaiting': command(
    z.object({ target: z.string(), articleId: z.string().optional() }).strict(),
    z.object({
      imported: z.array(z.object({ id: z.string(), status: z.enum(annotationStatuses) })),
      left: z.int(),
      failed: z.array(z.object({ id: z.string(), code: z.enum(errorCodes), message: z.string() })),
    }),
  ),
  /** Gives up the annotations that wait for a text. */
  'annotations.dismissWaiting': command(
    z.object({ target: z.string() }).strict(),
    z.object({ dismissed: z.int() }),
  ),
};
