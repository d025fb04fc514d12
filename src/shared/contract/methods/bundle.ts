import { z } from 'zod';
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

/** What a merge does, or would do. */
export const mergeReportSchema = z.object({
  /** The bundle's name, and when it was written (ISO 8601). */
  name: z.string(),
  created: z.string(),
  /** Things only the bundle has: they come into the library. */
  added: counts,
  /** Things both have, of which the bundle knows more or has the later state. */
  completed: counts,
  /** Things that are the same on both sides. */
  same: counts,
  /** Things both have and changed differently. Nothing of the library is overwritten. */
  conflicts: z.array(
    z.object({
      kind: z.enum(mergedKinds),
      title: z.string(),
      /** What differs. */
      what: z.string(),
      /** Both are kept, or the library's is kept and the other one is only named here. */
      outcome: z.enum(['both-kept', 'ours-kept']),
    }),
  ),
});
export type MergeReport = z.infer<typeof mergeReportSchema>;

const input = z.object({ source }).strict();

export const bundleMethods = {
  /**
   * What merging a bundle into this library would change. Changes nothing. Throws
   * `unsupported-format` for a file that is no bundle, `damaged-file` for one that is not whole,
   * `library-newer`, `file-not-found`.
   */
  'bundle.preview': command(input, mergeReportSchema),
  /**
   * Merges a bundle into this library as one step of the history, after a backup. What is there
   * stays; what differs is kept beside it. Throws as `bundle.preview` does, and `disk-full`.
   */
  'bundle.merge': command(input, mergeReportSchema),
};
