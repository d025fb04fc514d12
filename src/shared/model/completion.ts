import { z } from 'zod';

/** What a completion names: a field, or a value of one. */
const completionKinds = [
  'field',
  'title',
  'outlet',
  'author',
  'tag',
  'actor',
  'date',
  'kind',
] as const;

const completionSchema = z.object({
  /** What to write between `from` and `to`. */
  text: z.string(),
  /** What to show. */
  label: z.string(),
  kind: z.enum(completionKinds),
  /** How many articles have the value; of `tag` how many passages. Absent where it is not counted. */
  count: z.int().optional(),
  /** The name that matched, where it is not the label. */
  matched: z.string().optional(),
});
export type Completion = z.infer<typeof completionSchema>;

/** `from` and `to` are UTF-16 offsets into the query. */
export const completionsSchema = z.object({
  from: z.int(),
  to: z.int(),
  items: z.array(completionSchema),
});
export type Completions = z.infer<typeof completionsSchema>;
