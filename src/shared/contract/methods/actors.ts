import { z } from 'zod';
import {
  actorKindSchema,
  actorNameSchema,
  actorProposalSchema,
  actorSchema,
  dismissalSchema,
  mentionSchema,
  mentionStatuses,
} from '../../model/actor.ts';
import { offset } from '../../model/ranges.ts';
import { relationSchema } from '../../model/relation.ts';
import { command, query } from '../define.ts';

const name = z.string().trim().min(1).max(300);
const names = z.array(actorNameSchema).max(1000);
const byId = z.object({ id: z.string() }).strict();

export const actorMethods = {
  /**
   * Who is named and no actor yet, the most named first. Without `articleId`: in the whole library;
   * `pending` is the number of its articles that are still to be read, which goes on meanwhile.
   */
  'actors.propose': query(
    z
      .object({
        articleId: z.string().optional(),
        limit: z.int().min(1).max(2000).default(500),
      })
      .strict(),
    z.object({ items: z.array(actorProposalSchema), pending: z.int() }),
  ),
  /** Makes actors of proposals, as they are or corrected; undone as one. */
  'actors.accept': command(
    z
      .object({
        items: z
          .array(z.object({ kind: actorKindSchema, name, names: names.optional() }).strict())
          .min(1)
          .max(500),
      })
      .strict(),
    z.object({ items: z.array(actorSchema) }),
  ),
  /** Proposals with one of these names are not made again, in any article, until restored. */
  'actors.dismiss': command(
    z
      .object({
        items: z
          .array(
            z
              .object({ kind: actorKindSchema, name, names: z.array(name).max(1000).optional() })
              .strict(),
          )
          .min(1)
          .max(500),
      })
      .strict(),
    z.object({ items: z.array(dismissalSchema) }),
  ),
  'actors.dismissed': query(
    z.object({}).strict(),
    z.object({ items: z.array(dismissalSchema), total: z.int() }),
  ),
  'actors.restore': command(
    z.object({ ids: z.array(z.string()).min(1).max(500) }).strict(),
    z.object({ ids: z.array(z.string()) }),
  ),
  'actors.create': command(
    z
      .object({
        kind: actorKindSchema,
        name,
        names: names.optional(),
        description: z.string().max(10_000).optional(),
      })
      .strict(),
    actorSchema,
  ),
  'actors.update': command(
    z
      .object({
        id: z.string(),
        kind: actorKindSchema.optional(),
        name: name.optional(),
        names: names.optional(),
        description: z.string().max(10_000).optional(),
      })
      .strict(),
    actorSchema,
  ),
  'actors.delete': command(byId, z.object({ id: z.string() })),
  'actors.list': query(
    z.object({ articleId: z.string().optional(), kind: actorKindSchema.optional() }).strict(),
    z.object({ items: z.array(actorSchema), total: z.int() }),
  ),
  'actors.get': query(byId, actorSchema),
  'actors.merge': command(
    z.object({ into: z.string(), from: z.array(z.string()).min(1) }).strict(),
    actorSchema,
  ),
  /** Takes names off an actor, in all their scopes, and makes a new actor of them. */
  'actors.split': command(
    z
      .object({
        id: z.string(),
        names: z
          .array(z.union([z.string(), actorNameSchema.transform((item) => item.name)]))
          .min(1),
        name: name.optional(),
      })
      .strict(),
    z.object({ actor: actorSchema, created: actorSchema }),
  ),
  /** Gives a name, in all its scopes, with the decisions about it, to another actor. */
  'actors.moveName': command(
    z.object({ id: z.string(), name: z.string(), to: z.string() }).strict(),
    z.object({ from: actorSchema, to: actorSchema }),
  ),
  'mentions.list': query(
    z
      .object({
        actorId: z.string().optional(),
        articleId: z.string().optional(),
        limit: z.int().min(1).max(100_000).default(10_000),
      })
      .strict(),
    z.object({ items: z.array(mentionSchema), total: z.int() }),
  ),
  /** Confirms or rejects one mention; for an open one, `confirmed` chooses its actor. */
  'mentions.update': command(
    z
      .object({
        actorId: z.string(),
        articleId: z.string(),
        start: offset,
        end: offset,
        status: z.enum(mentionStatuses).extract(['proposed', 'confirmed', 'rejected']),
      })
      .strict(),
    mentionSchema,
  ),
  /**
   * Decides all mentions of an actor that are alike, as one step: those with the same words (case,
   * accents and dots set aside), in one article or in all. Without `text`, all its mentions.
   */
  'mentions.decide': command(
    z
      .object({
        actorId: z.string(),
        text: z.string().min(1).max(300).optional(),
        articleId: z.string().optional(),
        status: z.enum(mentionStatuses).extract(['proposed', 'confirmed', 'rejected']),
      })
      .strict(),
    z.object({ changed: z.int(), articles: z.int() }),
  ),
  /**
   * Nobody in the library is meant at a place, or at every place of the article with the same words
   * and one of the same candidates (`alike`): all candidates are rejected, as one step.
   */
  'mentions.dismiss': command(
    z
      .object({
        articleId: z.string(),
        start: offset,
        end: offset,
        alike: z.boolean().optional(),
      })
      .strict(),
    z.object({ places: z.int() }),
  ),
  /** Who may be meant at a place, and what the article says for each of them. */
  'mentions.candidates': query(
    z.object({ articleId: z.string(), start: offset, end: offset }).strict(),
    z.object({
      text: z.string(),
      items: z.array(
        z.object({
          actorId: z.string(),
          name: z.string(),
          status: z.enum(mentionStatuses),
          /** How often the article names the actor without doubt, elsewhere. */
          named: z.int(),
          /** The nearest of those places. */
          evidence: z.array(z.object({ start: offset, end: offset, text: z.string() })),
          /** Titles before the words that also stand before a name of the actor elsewhere here. */
          titles: z.array(z.string()),
          /** The office the words are, held by the actor when the article was issued. */
          office: relationSchema
            .pick({ title: true, from: true, until: true })
            .extend({ of: z.string().nullable() })
            .nullable(),
        }),
      ),
      /** Actors who bear a name with these words and are no candidates here, at most five. */
      others: z.array(z.object({ actorId: z.string(), name: z.string(), named: z.int() })),
    }),
  ),
};
