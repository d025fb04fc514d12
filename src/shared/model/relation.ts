import { z } from 'zod';

/** What an actor is to another: a member of it, a holder of an office (in it), a part of it. */
export const relationKinds = ['member-of', 'office', 'part-of'] as const;

/** `2026`, `2026-03` or `2026-03-11`: as precise as it is known. */
export const partialDateSchema = z
  .string()
  .regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/);

const endSchema = z.object({ id: z.string(), name: z.string() });

export const relationSchema = z.object({
  id: z.string(),
  kind: z.enum(relationKinds),
  subject: endSchema,
  /** Null for an office that belongs to no actor of the library. */
  object: endSchema.nullable(),
  /** The office held, or what the member is there; empty where it was not said. */
  title: z.string(),
  from: partialDateSchema.nullable(),
  until: partialDateSchema.nullable(),
});
export type Relation = z.infer<typeof relationSchema>;
