import { z } from 'zod';
import { errorCodes } from '../model/error-code.ts';

const errorDataSchema = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  field: z.string().optional(),
});

/**
 * How a call ends on every wire (IPC, HTTP, worker port). Errors travel as data because
 * a thrown error loses its code when it is cloned. `entry` is the entry of the history that the
 * call made, for `history.undo` and `history.revert`; absent where it made none.
 */
export const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown(), entry: z.int().optional() }),
  z.object({ ok: z.literal(false), error: errorDataSchema }),
]);

export type Answer = z.infer<typeof answerSchema>;
