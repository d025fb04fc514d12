import { z } from 'zod';
import { actorKindSchema } from '../../model/actor.ts';
import { articleSummarySchema } from '../../model/article.ts';
import { offset } from '../../model/ranges.ts';
import { query } from '../define.ts';

/** `2026`, `2026-03` or `2026-03-11`. */
const date = z.string().regex(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/);

/** Which articles count; what is left out means any. */
const articles = z.object({
  /** With a passage that has this tag or one beneath it. */
  tag: z.string().optional(),
  /** Issued then or later; an article of which only the month is known counts with it. */
  from: date.optional(),
  until: date.optional(),
});

const zooms = ['year', 'month', 'day'] as const;
const zoom = z.enum(zooms);

/** Null: what has no date, or one without its year. */
const period = date.nullable();

/** A date in a text, its sentence, and who is named there. */
const textDateSchema = z.object({
  articleId: z.string(),
  start: offset,
  end: offset,
  /** As precise as the words are; `XXXX-11-04` (EDTF) where the year is not known, null where nothing is. */
  date: z.string().nullable(),
  /** The last day of a stretch. */
  until: z.string().nullable(),
  /** Read with the help of the date of publication: “on Monday”. */
  inferred: z.boolean(),
  sentence: z.object({ start: offset, end: offset, text: z.string() }),
  actors: z.array(z.object({ id: z.string(), name: z.string() })),
});

const nodeSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: actorKindSchema,
  mentions: z.int(),
  articles: z.int(),
});
const limit = z.int().min(1).max(200).default(40);
/** How many are passed over: those of earlier pages. */
const skipped = z.int().min(0).max(1_000_000).default(0);

/** What the articles show together. Only mentions that count are counted. */
export const analysisMethods = {
  /** Whom the articles that name an actor name as well; `articles` are those they share. */
  'analysis.company': query(
    z.object({ actorId: z.string(), limit }).strict(),
    z.object({ items: z.array(nodeSchema) }),
  ),
  /** The actors in most articles, and how many articles name each two of them. */
  'analysis.network': query(
    articles.extend({ kind: actorKindSchema.optional(), limit }).strict(),
    z.object({
      actors: z.array(nodeSchema),
      /** How many actors there are to show. */
      actorTotal: z.int(),
      ties: z.array(z.object({ actorIds: z.tuple([z.string(), z.string()]), articles: z.int() })),
    }),
  ),
  /** The actors in most articles by outlet; an outlet that is null is not known. */
  'analysis.coverage': query(
    articles.extend({ kind: actorKindSchema.optional(), limit, offset: skipped }).strict(),
    z.object({
      actors: z.array(nodeSchema),
      actorTotal: z.int(),
      outlets: z.array(z.object({ outlet: z.string().nullable(), articles: z.int() })),
      cells: z.array(
        z.object({
          actorId: z.string(),
          outlet: z.string().nullable(),
          articles: z.int(),
          mentions: z.int(),
        }),
      ),
    }),
  ),
  /**
   * The paragraphs that name all of the actors. An article that names them only apart stands with
   * the first place of any (`together` is false). `outlet` null: articles without an outlet. `limit`
   * and `offset` count articles; of their places at most a thousand are told.
   */
  'analysis.passages': query(
    articles
      .extend({
        actorIds: z.array(z.string()).min(1).max(10),
        outlet: z.string().nullable().optional(),
        limit: z.int().min(1).max(500).default(100),
        offset: skipped,
      })
      .strict(),
    z.object({
      items: z.array(
        z.object({ articleId: z.string(), start: offset, end: offset, together: z.boolean() }),
      ),
      articles: z.array(articleSummarySchema),
      articleTotal: z.int(),
    }),
  ),
  /**
   * Articles by date, the newest first and the undated last, at most 5,000. With `zoom`, those of
   * one `period` only: of that very year, month or day, those less precisely dated apart.
   */
  'analysis.timeline': query(
    z
      .object({ actorId: z.string().optional(), zoom: zoom.optional(), period: period.optional() })
      .strict(),
    z.object({
      items: z.array(z.object({ article: articleSummarySchema, passages: z.int() })),
    }),
  ),
  /**
   * How many articles are of each year, month or day, and how many dates in the texts speak of it,
   * in order. What is dated less precisely than `zoom` stands under what is known (`2026-03` among
   * days). `pending`: articles whose dates are still to be read, which goes on meanwhile.
   */
  'analysis.periods': query(
    z.object({ zoom, actorId: z.string().optional() }).strict(),
    z.object({
      items: z.array(z.object({ period: date, articles: z.int(), events: z.int() })),
      undated: z.object({ articles: z.int(), events: z.int() }),
      pending: z.int(),
    }),
  ),
  /** The dates the texts speak of, in order; hidden lines are left out. `period` as in the timeline. */
  'analysis.events': query(
    z
      .object({
        zoom: zoom.default('day'),
        period: period.optional(),
        /** Only those that fall into a stretch of time, wholly or in part. */
        from: date.optional(),
        until: date.optional(),
        /** Those whose sentence names the actor. */
        actorId: z.string().optional(),
        limit: z.int().min(1).max(1000).default(100),
        offset: z.int().min(0).default(0),
      })
      .strict(),
    z.object({
      items: z.array(textDateSchema),
      articles: z.array(articleSummarySchema),
      total: z.int(),
    }),
  ),
};
