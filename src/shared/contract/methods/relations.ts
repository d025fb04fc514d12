import { z } from 'zod';
import { partialDateSchema, relationKinds, relationSchema } from '../../model/relation.ts';
import { command, query } from '../define.ts';

const fields = {
  title: z.string().trim().max(300).optional(),
  from: partialDateSchema.nullable().optional(),
  until: partialDateSchema.nullable().optional(),
};

export const relationMethods = {
  /** Relations of an actor, whichever end it is; without one, all. */
  'relations.list': query(
    z.object({ actorId: z.string().optional() }).strict(),
    z.object({ items: z.array(relationSchema) }),
  ),
  /**
   * `subject` is a member of, holds an office in, or is a part of `object`. Only an office may stand
   * without one, and then has a title. Answers `conflict` where something would be a part of itself,
   * by whatever way round, and where the same is recorded already.
   */
  'relations.create': command(
    z
      .object({
        kind: z.enum(relationKinds),
        subject: z.string(),
        object: z.string().optional(),
        ...fields,
      })
      .strict(),
    relationSchema,
  ),
  'relations.update': command(z.object({ id: z.string(), ...fields }).strict(), relationSchema),
  'relations.delete': command(z.object({ id: z.string() }).strict(), z.object({ id: z.string() })),
};
