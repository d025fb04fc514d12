import { z } from 'zod';
import { errorCodes } from './errors.ts';

const errorDataSchema = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  field: z.string().optional(),
});

/**
 * How a call ends on every wire (IPC, HTTP, worker port). Errors travel as data because
 * a thrown error loses its code when it is cloned.
 */
export const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: errorDataSchema }),
]);

export type Answer = z.infer<typeof answerSchema>;
