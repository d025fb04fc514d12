import { z } from 'zod';
import {
  attachedSchema,
  decisionSchema,
  duplicateSchema,
  failureSchema,
  previewItemSchema,
  previewRecordSchema,
  revisedSchema,
  sourceSchema,
} from '../../model/import.ts';
import { hiddenSchema } from '../../model/ranges.ts';
import { command, query } from '../define.ts';
import { settingsSchema } from './settings.ts';

const sources = z.array(sourceSchema).min(1).max(100_000);

/** What becomes of a file that is a changed copy of an article: see `earlier` of a preview's row. */
export const changedPolicies = ['revise', 'separate', 'skip'] as const;
const changed = z.enum(changedPolicies).default('revise');

const runOutput = z.object({
  imported: z.array(z.object({ articleId: z.string(), source: z.string(), title: z.string() })),
  duplicates: z.array(duplicateSchema),
  failed: z.array(failureSchema),
  /** Articles that got a new version, with the ids of passages that `moved` or are lost. */
  revised: z.array(revisedSchema),
  /**
   * Records of bibliographies by the article they describe. One that describes none becomes an
   * article where it carries an abstract or text, else it is among `failed` as `no-match`.
   */
  attached: z.array(attachedSchema),
  /** Changed copies that were left out, as `changed: "skip"` asked. */
  skipped: z.array(z.object({ source: z.string(), articleId: z.string() })),
  /** Rows of a preview that the person left out, but for those that the library has. */
  leftOut: z.array(z.object({ source: z.string(), title: z.string() })),
  /** Set where the import was stopped: how many files were not read. */
  stopped: z.object({ left: z.int() }).nullable(),
});

const preview = z.object({
  previewId: z.string(),
  items: z.array(previewItemSchema),
  failed: z.array(failureSchema),
  /** Records of bibliographies (RIS, BibTeX, CSL-JSON) and the articles they describe. */
  records: z.array(previewRecordSchema),
});

const rowLikeness = previewItemSchema.pick({ key: true, duplicate: true, earlier: true });

export const importMethods = {
  /**
   * Reads the sources and stores nothing. The result is kept in memory under `previewId`
   * until it is run, replaced by a newer preview, or the library closes. With `keep` it outlives
   * these: its files are remembered, bytes handed over staged, until it is run or discarded.
   */
  'import.preview': query(z.object({ sources, keep: z.boolean().optional() }).strict(), preview),
  /** Previews that were kept and neither run nor discarded, newest first. Old ones are dropped. */
  'import.kept': query(
    z.object({}).strict(),
    z.object({
      items: z.array(
        z.object({
          previewId: z.string(),
          label: z.string(),
          /** ISO 8601. */
          started: z.string(),
          /** Files and folders it was made of. */
          files: z.int(),
          /** Rows a person decided about. */
          decided: z.int(),
        }),
      ),
    }),
  ),
  /**
   * Reads the files of a kept preview again, under its old id, with what was decided about rows
   * whose text is still the same. Throws `not-found`.
   */
  'import.reopen': query(
    z.object({ previewId: z.string() }).strict(),
    preview.extend({ decisions: z.array(decisionSchema) }),
  ),
  /**
   * Remembers what a person decided so far about rows of a preview, all of it at each time, for when
   * it is reopened. Decisions that do not fit are `invalid-input`, an old preview `not-found`.
   */
  'import.decide': query(
    z.object({ previewId: z.string(), decisions: z.array(decisionSchema) }).strict(),
    z.object({}),
  ),
  /** Forgets a preview and what was staged for it. One that is not there is none already. */
  'import.discard': query(z.object({ previewId: z.string() }).strict(), z.object({})),
  /**
   * Reads one file of a preview again under another encoding: `key` is that of any of its rows,
   * and its rows and failures are replaced by these; `others` are the rows of the other files and
   * what they are like now. Unknown encodings are `invalid-input`, an old
   * preview or row `not-found`; a file that cannot be read so rejects and keeps its rows.
   */
  'import.reread': query(
    z
      .object({ previewId: z.string(), key: z.string(), encoding: z.string().min(1).max(60) })
      .strict(),
    z.object({
      replaced: z.array(z.string()),
      items: z.array(previewItemSchema),
      others: z.array(rowLikeness),
    }),
  ),
  /**
   * Gives rows of a preview their outlets and answers what is hidden and offered then, by the rules of
   * these outlets and because lines come back in their articles, of these rows and all others of the
   * same outlets; the person's own changes aside. An old preview or row is `not-found`.
   */
  'import.clean': query(
    z
      .object({
        previewId: z.string(),
        rows: z.array(
          z.object({ key: z.string(), outlet: z.string().max(500).nullable() }).strict(),
        ),
      })
      .strict(),
    z.object({ items: z.array(z.object({ key: z.string(), hidden: z.array(hiddenSchema) })) }),
  ),
  /**
   * Compares the rows of a preview anew, with the library and with each other, under another
   * threshold of similarity (0 to 1), which its import then uses.
   */
  'import.compare': query(
    z.object({ previewId: z.string(), threshold: settingsSchema.shape.nearThreshold }).strict(),
    z.object({ items: z.array(rowLikeness) }),
  ),
  /**
   * Imports sources at once, or the rows of a preview as the person decided. A changed copy of an
   * article at the same address or path becomes a new version of it: its passages move along, its
   * earlier text stays, one undo takes it back. `changed` chooses otherwise.
   */
  'import.run': command(
    z.union([
      z.object({ sources, changed }).strict(),
      z.object({ previewId: z.string(), decisions: z.array(decisionSchema).optional() }).strict(),
    ]),
    runOutput,
  ),
  /** Imports that were stopped, or ended with the program, and the files they did not come to. */
  'import.pending': query(
    z.object({}).strict(),
    z.object({
      items: z.array(
        z.object({
          id: z.string(),
          label: z.string(),
          /** ISO 8601. */
          started: z.string(),
          total: z.int(),
          left: z.int(),
          /** What can be read again: as sources of a preview or a run. */
          sources: z.array(z.object({ path: z.string() })),
          /** Names of files that had no path and must be chosen again. */
          lost: z.array(z.string()),
        }),
      ),
    }),
  ),
  /** Goes on with a stopped import: reads the files it did not come to, by their paths. */
  'import.resume': command(z.object({ id: z.string(), changed }).strict(), runOutput),
  /** Forgets a stopped import. What it has brought in stays. */
  'import.forget': query(z.object({ id: z.string() }).strict(), z.object({})),
  /**
   * The report of the last import since the library was opened: every file by name with what became
   * of it, failures with code and reason. With `path` it is written there, without it comes back.
   * Throws `not-found` where nothing was imported yet.
   */
  'import.report': query(
    z
      .object({ format: z.enum(['html', 'md', 'csv']), path: z.string().min(1).optional() })
      .strict(),
    z.union([z.object({ path: z.string() }), z.object({ name: z.string(), base64: z.string() })]),
  ),
  /** Stops the running import; what is already imported stays. */
  'import.cancel': query(z.object({}).strict(), z.object({ cancelled: z.boolean() })),
  /** What can be imported, from the registry of formats. */
  'import.formats': query(
    z.object({}).strict(),
    z.object({
      items: z.array(
        z.object({ id: z.string(), label: z.string(), extensions: z.array(z.string()) }),
      ),
    }),
  ),
};
