import { z } from 'zod';
import {
  actorSchema,
  statementKinds,
  statementProposalSchema,
  statementSchema,
} from '../../model/actor.ts';
import { articleSummarySchema } from '../../model/article.ts';
import { offset } from '../../model/ranges.ts';
import { command, query } from '../define.ts';

const byId = z.object({ id: z.string() }).strict();

/**
 * Who has a role: an actor's id, or `{actorId}` or `{name}` as `statements.propose` gives them. A
 * name stands for the one actor of the library who bears it.
 */
const role = z.union([
  z.string(),
  z
    .object({ name: z.string().optional(), actorId: z.string() })
    .strict()
    .transform(({ actorId }) => actorId),
  z
    .object({ name: z.string() })
    .strict()
    .transform(({ name }) => name),
]);
/** `2026`, `2026-03` or `2026-03-11`. */
const date = z.string().regex(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/);

/** What is left out means any. */
export const gridFilter = z.object({
  kind: z.enum(statementKinds).optional(),
  /** Statements in a passage with this tag or one beneath it, and the articles that have one. */
  tag: z.string().optional(),
  /** Articles issued then or later; an article of which only the month is known counts with it. */
  from: date.optional(),
  until: date.optional(),
  actorIds: z.array(z.string()).max(1000).optional(),
});

const cellSchema = z.object({
  actorId: z.string(),
  articleId: z.string(),
  /** Mentions that count. */
  named: z.int(),
  statements: z.array(statementSchema),
});

export const statementMethods = {
  'statements.create': command(
    z
      .object({
        articleId: z.string(),
        start: offset,
        end: offset,
        kind: z.enum(statementKinds),
        speaker: role.optional(),
        addressee: role.optional(),
        subject: role.optional(),
      })
      .strict(),
    statementSchema,
  ),
  /** What is left out stays as it is; null takes a role away. New ends are new words. */
  'statements.update': command(
    z
      .object({
        id: z.string(),
        start: offset.optional(),
        end: offset.optional(),
        kind: z.enum(statementKinds).optional(),
        speaker: role.nullable().optional(),
        addressee: role.nullable().optional(),
        subject: role.nullable().optional(),
      })
      .strict(),
    statementSchema,
  ),
  'statements.list': query(
    z
      .object({
        articleId: z.string().optional(),
        /** In any role. */
        actorId: z.string().optional(),
        speaker: z.string().optional(),
        kind: z.enum(statementKinds).optional(),
      })
      .strict(),
    z.object({ items: z.array(statementSchema), total: z.int() }),
  ),
  'statements.delete': command(byId, z.object({ id: z.string() })),
  /** Who says what in an article, as its own words tell; not what is refused or hidden. */
  'statements.propose': query(
    z
      .object({
        articleId: z.string(),
        /** Without those whose words stand in a statement already. */
        unrecorded: z.boolean().optional(),
      })
      .strict(),
    z.object({ items: z.array(statementProposalSchema.extend({ quote: z.string() })) }),
  ),
  /** No speaker is proposed for these words again. */
  'statements.dismiss': command(
    z.object({ articleId: z.string(), start: offset, end: offset }).strict(),
    z.object({ articleId: z.string(), start: offset, end: offset }),
  ),
  /**
   * Who said what: actors (most statements first) by articles (newest first, undated last, reports
   * of one origin side by side). `cells` are the ones of this page that are not empty.
   */
  'statements.grid': query(
    gridFilter
      .extend({
        actorOffset: z.int().min(0).default(0),
        actorLimit: z.int().min(1).max(1000).default(60),
        articleOffset: z.int().min(0).default(0),
        articleLimit: z.int().min(1).max(1000).default(40),
      })
      .strict(),
    z.object({
      actors: z.array(actorSchema),
      actorTotal: z.int(),
      articles: z.array(articleSummarySchema),
      articleTotal: z.int(),
      cells: z.array(cellSchema),
    }),
  ),
};
