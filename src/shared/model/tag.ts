import { z } from 'zod';
import { colourSchema } from './annotation.ts';
import { plainLine } from './plain-line.ts';

/** Tags as a person writes them, one harmless line: `topic/sub` is `sub` beneath `topic`. */
export const tagNameSchema = z.string().overwrite(plainLine).min(1).max(200);

/** One tag of the library, or one that is only above others. */
export const tagSchema = z.object({
  /** The whole name: `topic/sub`. */
  name: z.string(),
  /** The whole name of the tag it stands beneath. */
  parent: z.string().nullable(),
  colour: colourSchema.nullable(),
  /** Passages that carry this very tag. */
  annotations: z.int(),
  /** Passages that carry it or one beneath it, each counted once. */
  withSubtags: z.int(),
});
export type Tag = z.infer<typeof tagSchema>;
