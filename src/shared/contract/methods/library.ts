import { z } from 'zod';
import { command, query } from '../define.ts';

const empty = z.object({}).strict();

export const libraryMethods = {
  'library.info': query(
    empty,
    z.object({
      path: z.string(),
      name: z.string(),
      schemaVersion: z.int(),
      readOnly: z.boolean(),
      counts: z.object({
        articles: z.int(),
        unread: z.int(),
        annotations: z.int(),
        orphaned: z.int(),
        /** Lost or moved: what waits for a person under Lost passages. */
        unsettled: z.int(),
        actors: z.int(),
        mentions: z.int(),
        notes: z.int(),
        briefings: z.int(),
        trash: z.int(),
      }),
    }),
  ),
  'library.check': query(
    empty,
    z.object({
      ok: z.boolean(),
      problems: z.array(z.object({ code: z.string(), message: z.string() })),
    }),
  ),
  'library.backup': query(empty, z.object({ path: z.string() })),
  /** Copies of the library in its `backups/`, the newest first. */
  'library.backups': query(
    empty,
    z.object({
      items: z.array(
        z.object({
          name: z.string(),
          /** ISO 8601. */
          at: z.string(),
          bytes: z.int(),
          /** True for what a restore put aside. */
          setAside: z.boolean(),
          /** Null where it cannot be read. */
          counts: z
            .object({ articles: z.int(), annotations: z.int(), briefings: z.int() })
            .nullable(),
        }),
      ),
    }),
  ),
  /**
   * Puts a copy of `library.backups` in the place of the library, which is itself kept among them as
   * `kept`. `conflict` while something else goes on, `library-damaged` for a copy that is.
   */
  'library.restore': command(
    z.object({ name: z.string() }).strict(),
    z.object({ kept: z.string() }),
  ),
  /** Imports the bundled sample corpus with annotations, actors and a briefing. */
  'library.sample': command(
    empty,
    z.object({ articleIds: z.array(z.string()), briefingId: z.string() }),
  ),
  'history.list': query(
    z.object({ limit: z.int().min(1).max(100_000).default(100) }).strict(),
    z.object({
      items: z.array(
        z.object({
          id: z.int(),
          label: z.string(),
          /** ISO 8601. */
          at: z.string(),
          state: z.enum(['done', 'undone']),
          changes: z.int(),
        }),
      ),
    }),
  ),
  /**
   * Takes back the newest entry that is done, and answers it. With `id` that entry: where something
   * was done since, it alone, as `history.revert` does, and answers the entry made by that.
   */
  'history.undo': command(
    z.object({ id: z.int().optional() }).strict(),
    z.object({ id: z.int(), label: z.string() }),
  ),
  'history.redo': command(empty, z.object({ id: z.int(), label: z.string() })),
  /**
   * Takes back one thing of long ago and leaves what was done since, as a new entry that can be
   * undone itself. `conflict` where something later changed the same or builds on it.
   */
  'history.revert': command(
    z.object({ id: z.int().min(1) }).strict(),
    z.object({ id: z.int(), label: z.string() }),
  ),
};
