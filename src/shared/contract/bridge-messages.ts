import { z } from 'zod';
import { eventSchema } from './events.ts';
import { menuCommands } from './bridge.ts';

/** What the preload script may ask. A page chooses the contents of `call`, never the kind. */
export const bridgeAskSchema = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('call'),
      method: z.string(),
      input: z.unknown(),
      /** A number of the page's own, to cancel the call by. */
      id: z.int().optional(),
    })
    .strict(),
  z.object({ kind: z.literal('cancel'), id: z.int() }).strict(),
  z.object({ kind: z.literal('pick'), what: z.enum(['files', 'folder']) }).strict(),
  z.object({ kind: z.literal('save'), suggestedName: z.string().min(1).max(255) }).strict(),
  z.object({ kind: z.literal('show'), path: z.string().min(1) }).strict(),
  /** A file the person dropped: the preload script read its path from the File itself. */
  z.object({ kind: z.literal('dropped'), path: z.string().min(1) }).strict(),
  /** The page shows the files the system opens: those that waited may come. */
  z.object({ kind: z.literal('listens') }).strict(),
  /** Every `beforeClose` function has run. */
  z.object({ kind: z.literal('saved') }).strict(),
]);
export type BridgeAsk = z.infer<typeof bridgeAskSchema>;

const bridgeTellSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('event'), event: eventSchema }),
  z.object({ kind: z.literal('menu'), command: z.enum(menuCommands) }),
  /** Files to look over; their paths may be read. */
  z.object({ kind: z.literal('open'), paths: z.array(z.string()) }),
  z.object({ kind: z.literal('closing') }),
]);
export type BridgeTell = z.infer<typeof bridgeTellSchema>;
