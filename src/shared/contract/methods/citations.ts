import { z } from 'zod';
import { citationSchema, citingSentenceSchema } from '../../model/document.ts';
import { command, query } from '../define.ts';

const one = z.object({ documentId: z.string(), annotationId: z.string() }).strict();

/** Citations are references: what became of the cited passage is told, and decided on, here. */
export const citationMethods = {
  /** Where a passage is cited: the notes and briefings, and their sentences. */
  'citations.list': query(
    z.object({ annotationId: z.string() }).strict(),
    z.object({
      items: z.array(
        z.object({
          documentId: z.string(),
          kind: z.enum(['note', 'briefing']),
          title: z.string(),
          sentences: z.array(citingSentenceSchema),
        }),
      ),
      total: z.int(),
    }),
  ),
  /** A citation with the words around its passage; empty where the passage has no place now. */
  'citations.get': query(one, citationSchema.extend({ before: z.string(), after: z.string() })),
  /** Cites the passage as it is now; the new place of one that moved becomes its place. */
  'citations.update': command(one, citationSchema),
  /** Goes on citing the words as they were cited, until the passage changes again. */
  'citations.keep': command(one, citationSchema),
  /**
   * Marks the words of a deleted passage again where they stand in its article, once and exactly.
   * Answers `not-found` or `conflict` where they stand nowhere or in several places.
   */
  'citations.refind': command(one, citationSchema),
};
