import { z } from 'zod';
import { actorKindSchema } from '../../model/actor.ts';
import { articleSummarySchema } from '../../model/article.ts';
import { offset } from '../../model/ranges.ts';
import { query } from '../define.ts';

const nodeSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: actorKindSchema,
  mentions: z.int(),
  articles: z.int(),
});
const limit = z.int().min(1).max(200).default(40);

/** What the articles show together. Only mentions that count are counted. */
export const analysisMethods = {
  /** Whom the articles that name an actor name as well; `articles` are those they share. */
  'analysis.company': query(
    z.object({ actorId: z.string(), limit }).strict(),
    z.object({ items: z.array(nodeSchema) }),
  ),
  /** The actors in most articles, and how many articles name each two of them. */
  'analysis.network': query(
    z.object({ limit }).strict(),
    z.object({
      actors: z.array(nodeSchema),
      ties: z.array(z.object({ actorIds: z.tuple([z.string(), z.string()]), articles: z.int() })),
    }),
  ),
  /** The actors in most articles by outlet; an outlet that is null is not known. */
  'analysis.coverage': query(
    z.object({ limit }).strict(),
    z.object({
      actors: z.array(nodeSchema),
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
   * the first place of any (`together` is false). `outlet` null: articles without an outlet.
   */
  'analysis.passages': query(
    z
      .object({
        actorIds: z.array(z.string()).min(1).max(10),
        outlet: z.string().nullable().optional(),
        limit: z.int().min(1).max(500).default(100),
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
  /** Articles by date, the newest first and the undated last, at most 5,000. */
  'analysis.timeline': query(
    z.object({ actorId: z.string().optional() }).strict(),
    z.object({
      items: z.array(z.object({ article: articleSummarySchema, passages: z.int() })),
    }),
  ),
};
