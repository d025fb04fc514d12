import { z } from 'zod';
import { offset, rangeSchema } from './ranges.ts';

export const actorKinds = ['person', 'state', 'organisation', 'other'] as const;
export const actorKindSchema = z.enum(actorKinds);
export type ActorKind = z.infer<typeof actorKindSchema>;

/** Where a name counts: in every article, in none, or in one article only. */
const nameScopeSchema = z.union(
  [z.literal('everywhere'), z.literal('never'), z.object({ articleId: z.string() })],
  { error: 'a scope is "everywhere", "never" or {articleId}' },
);
export type NameScope = z.infer<typeof nameScopeSchema>;

export const actorNameSchema = z.object({
  name: z.string().trim().min(1).max(300),
  scope: nameScopeSchema.default('everywhere'),
});
export type ActorName = z.infer<typeof actorNameSchema>;

export const actorSchema = z.object({
  id: z.string(),
  kind: actorKindSchema,
  /** The preferred name; always one of `names` too. */
  name: z.string(),
  names: z.array(actorNameSchema),
  description: z.string(),
  /** Mentions that count: confirmed, proposed and inferred, where nothing is hidden. */
  mentions: z.int(),
  articles: z.int(),
  /** Mentions still open between several actors. */
  open: z.int(),
});
export type Actor = z.infer<typeof actorSchema>;

export const mentionStatuses = ['proposed', 'confirmed', 'rejected', 'inferred', 'open'] as const;
export const mentionSchema = z.object({
  actorId: z.string(),
  articleId: z.string(),
  start: offset,
  end: offset,
  text: z.string(),
  status: z.enum(mentionStatuses),
  /** It stands in a line that is hidden: listed, and counted nowhere. */
  hidden: z.literal(true).optional(),
});
export type Mention = z.infer<typeof mentionSchema>;

export const statementKinds = ['direct', 'paraphrase', 'claim', 'own'] as const;
export const statementSchema = z.object({
  id: z.string(),
  articleId: z.string(),
  start: offset,
  end: offset,
  quote: z.string(),
  kind: z.enum(statementKinds),
  /** Actor ids. */
  speaker: z.string().nullable(),
  addressee: z.string().nullable(),
  subject: z.string().nullable(),
  status: z.enum(['exact', 'moved', 'orphaned']),
  created: z.string(),
});
export type Statement = z.infer<typeof statementSchema>;

export const actorProposalSchema = z.object({
  kind: actorKindSchema,
  name: z.string(),
  names: z.array(actorNameSchema),
  mentions: z.int(),
  /**
   * Of the mentions, those by surname alone in articles that never give the whole name: nobody says
   * who is meant. Left out where there are none.
   */
  inferred: z.int().optional(),
  evidence: z.array(rangeSchema.extend({ articleId: z.string() })),
});
export type ActorProposal = z.infer<typeof actorProposalSchema>;

/** A proposed actor that a person does not want to see again. */
export const dismissalSchema = z.object({
  id: z.string(),
  kind: actorKindSchema,
  name: z.string(),
  names: z.array(z.string()),
  created: z.string(),
});
export type Dismissal = z.infer<typeof dismissalSchema>;

export const statementProposalSchema = rangeSchema.extend({
  kind: z.enum(statementKinds),
  speaker: z.object({ name: z.string(), actorId: z.string().optional() }),
  /** The words the speaker was read from. */
  evidence: rangeSchema,
});
export type StatementProposal = z.infer<typeof statementProposalSchema>;
