import { z } from 'zod';
import { comparedBlockSchema } from '../../model/version.ts';
import { command } from '../define.ts';

/** The file by its path, or its bytes. */
const source = z.union([
  z.object({ path: z.string().min(1) }).strict(),
  z.object({ name: z.string().max(1000), base64: z.string() }).strict(),
]);

export const mergedKinds = [
  'article',
  'annotation',
  'actor',
  'statement',
  'note',
  'briefing',
  'mention',
  'setting',
] as const;
export type MergedKind = (typeof mergedKinds)[number];

const counts = z.record(z.enum(mergedKinds), z.int());

/** What can be done about a difference. */
export const mergeChoices = ['mine', 'theirs', 'both'] as const;
export type MergeChoice = (typeof mergeChoices)[number];

/** How a difference came about. */
export const differenceCauses = ['changed', 'deleted-there', 'deleted-here'] as const;
export type DifferenceCause = (typeof differenceCauses)[number];

/** What a merge does, or would do. */
const mergeReportSchema = z.object({
  /** The bundle's name, and when it was written (ISO 8601). */
  name: z.string(),
  created: z.string(),
  /** Things only the bundle has: they come into the library. */
  added: counts,
  /** Things both have, of which the bundle knows more or has the later state. */
  completed: counts,
  /** Things that are the same on both sides. */
  same: counts,
  /**
   * What the two sides do not agree about. Unless it was chosen otherwise nothing of the library is
   * overwritten or deleted, and what both changed is kept twice where it can be.
   */
  conflicts: z.array(
    z.object({
      /** The same for the same difference, so that a choice can name it. */
      id: z.string(),
      kind: z.enum(mergedKinds),
      title: z.string(),
      /** What differs. */
      what: z.string(),
      /** Of two texts, what must change in the library's to give the bundle's. */
      changes: z.array(comparedBlockSchema).optional(),
      /**
       * Both sides changed it; or the bundle's side deleted what is here; or it was deleted here
       * and has been changed in the bundle since.
       */
      cause: z.enum(differenceCauses),
      /** What may be chosen, and what was, or would be, done. */
      choices: z.array(z.enum(mergeChoices)),
      choice: z.enum(mergeChoices),
      /** What that comes to. */
      outcome: z.enum(['both-kept', 'ours-kept', 'theirs-taken', 'deleted']),
    }),
  ),
});
export type MergeReport = z.infer<typeof mergeReportSchema>;

export type MergeConflict = MergeReport['conflicts'][number];

const input = z
  .object({
    source,
    /** For single differences, by their `id`. They are remembered: the same one is not asked again. */
    choices: z.record(z.string(), z.enum(mergeChoices)).optional(),
    /** For everything else that both sides changed, where it may be chosen. Never for deletions. */
    prefer: z.enum(mergeChoices).optional(),
  })
  .strict();

export const bundleMethods = {
  /**
   * What merging a bundle into this library would change. Changes nothing. Throws
   * `unsupported-format` for a file that is no bundle, `damaged-file` for one that is not whole,
   * `library-newer`, `not-found`, and `invalid-input` for a choice that a difference does not
   * offer.
   */
  'bundle.preview': command(input, mergeReportSchema),
  /**
   * Merges a bundle into this library as one step of the history, after a backup. Unless it was
   * chosen otherwise, what is there stays and what differs is kept beside it. Throws as
   * `bundle.preview` does, and `disk-full`.
   */
  'bundle.merge': command(input, mergeReportSchema),
};
