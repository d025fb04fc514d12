import { z } from 'zod';

/** What a library is about, and what people search. */
export const contentTopics = [
  'articles',
  'annotations',
  'actors',
  'mentions',
  'statements',
  'notes',
  'briefings',
] as const;
export const topics = [...contentTopics, 'searches', 'history', 'settings', 'rules'] as const;
export type Topic = (typeof topics)[number];

/**
 * Work at leisure: mentions read again, names read for proposals, dates read for the timeline, the
 * index of search made again, what near duplicates are found by made again.
 */
const works = ['mentions', 'names', 'dates', 'search', 'duplicates'] as const;
export type Work = (typeof works)[number];

/** What became of a file. `message` says why it was left out. */
const finishedSchema = z.object({
  source: z.string(),
  outcome: z.enum(['imported', 'revised', 'identical', 'skipped', 'failed']),
  message: z.string().optional(),
});
export type FinishedFile = z.infer<typeof finishedSchema>;

/** Passages one event names; a change of more is told by its topic alone. */
export const mostNamedPassages = 1000;

/** Everything a library says unasked. */
export const eventSchema = z.discriminatedUnion('type', [
  /** Something of these topics changed; ask again what you show. */
  z.object({
    type: z.literal('changed'),
    topics: z.array(z.enum(topics)),
    articleIds: z.array(z.string()).optional(),
    /** Set where nothing but these passages changed: whoever lists many asks for these only. */
    annotationIds: z.array(z.string()).optional(),
  }),
  z.object({
    type: z.literal('import.progress'),
    done: z.int(),
    total: z.int(),
    /** The file now being read; null at the end. */
    source: z.string().nullable(),
    failed: z.int(),
    /** Files that came to their end since the last such event, as far as there were any. */
    finished: z.array(finishedSchema).optional(),
  }),
  z.object({
    type: z.literal('work.progress'),
    work: z.enum(works),
    /** Articles; `done` equal to `total` ends the work. */
    done: z.int(),
    total: z.int(),
  }),
  z.object({ type: z.literal('notice'), code: z.string(), message: z.string() }),
]);
export type LibraryEvent = z.infer<typeof eventSchema>;
