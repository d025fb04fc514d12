import { z } from 'zod';
import { colourSchema, colours } from '../../model/annotation.ts';
import { tagNameSchema, tagSchema } from '../../model/tag.ts';
import { command, query } from '../define.ts';

const done = z.object({
  /** The tag as it is called now. */
  name: z.string(),
  /** Passages whose tags changed. */
  annotations: z.int(),
});

/** Tags are named as `topic/sub`; what is done to a tag is done to those beneath it as well. */
export const tagMethods = {
  /** All tags in the order of an outline, with those that are only above others. */
  'tags.list': query(z.object({}).strict(), z.object({ items: z.array(tagSchema) })),
  /** Makes a tag before any passage carries it. Answers `conflict` where there is one. */
  'tags.create': command(
    z.object({ name: tagNameSchema, colour: colourSchema.optional() }).strict(),
    tagSchema,
  ),
  /** Gives a tag a colour, or takes it away. */
  'tags.update': command(
    z.object({ name: z.string(), colour: colourSchema.nullable() }).strict(),
    tagSchema,
  ),
  /**
   * Calls a tag, and the front of every tag beneath it, `to`. Answers `conflict` where such a tag
   * is there already, `invalid-input` where it would come to stand beneath itself.
   */
  'tags.rename': command(z.object({ name: z.string(), to: tagNameSchema }).strict(), done),
  /** Puts a tag beneath another, or at the top for null. Errors as for `tags.rename`. */
  'tags.move': command(
    z.object({ name: z.string(), into: tagNameSchema.nullable() }).strict(),
    done,
  ),
  /** Makes one tag of several; those beneath them come to stand beneath `into`. */
  'tags.merge': command(
    z.object({ into: tagNameSchema, from: z.array(z.string()).min(1).max(1000) }).strict(),
    done,
  ),
  /** Takes a tag and those beneath it off every passage. The passages stay. */
  'tags.delete': command(z.object({ name: z.string() }).strict(), done),

  /** The five colours with what they mean to the person; null where that was never said. */
  'colours.list': query(
    z.object({}).strict(),
    z.object({
      items: z.array(
        z.object({
          colour: colourSchema,
          meaning: z.string().nullable(),
          annotations: z.int(),
        }),
      ),
    }),
  ),
  /** Says what a colour means. An empty meaning takes it back. */
  'colours.update': command(
    z.object({ colour: z.enum(colours), meaning: z.string().trim().max(60) }).strict(),
    z.object({ colour: colourSchema, meaning: z.string().nullable() }),
  ),
};
