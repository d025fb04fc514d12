import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AttacheError } from '../../../../shared/contract/errors.ts';
import type { Output } from '../../../../shared/contract/methods.ts';
import { decisionSchema, type ImportSource } from '../../../../shared/model/import.ts';
import type { LibraryContext } from '../../context.ts';
import type { Database } from '../../storage/database.ts';
import { bytesOf, type SourceFile } from '../sources.ts';
import type { Decision } from './decide.ts';
import type { Preview } from './preview.ts';

/** The newest so many previews are kept, for so long (ms). */
const mostKept = 5;
const longestKept = 60 * 24 * 60 * 60 * 1000;

/** What a person decided, each with the SHA-256 of the text it was decided on: null for a record. */
const decidedSchema = z.object({
  decisions: z.array(z.object({ decision: decisionSchema, hash: z.string().nullable() })),
  /** By the file's name. */
  encodings: z.record(z.string(), z.string()),
});
type Decided = z.infer<typeof decidedSchema>;

const nothing: Decided = { decisions: [], encodings: {} };

const stagingOf = ({ dir }: LibraryContext, id: string): string => join(dir, 'staging', id);

/** No preview of that id is there, on screen or kept. */
export const noPreview = (): AttacheError =>
  new AttacheError('not-found', 'This preview is no longer there. Look the files over again.', {
    field: 'previewId',
  });

/**
 * Remembers what a preview was made of until it is imported or discarded. Bytes that were handed over
 * are staged in the library's folder, for they cannot be read again. Those that are damaged are not.
 */
export async function keepPreview(
  context: LibraryContext,
  id: string,
  label: string,
  sources: readonly ImportSource[],
): Promise<void> {
  const { db, commands, now } = context;
  const staging = stagingOf(context, id);
  const staged = sources.flatMap((source, ordinal) =>
    'path' in source ? [] : [{ source, ordinal }],
  );
  if (staged.length > 0) await mkdir(staging, { recursive: true });
  for (const { source, ordinal } of staged) {
    await writeFile(join(staging, String(ordinal)), stagedBytes(source));
  }
  commands.quietly(null, () => {
    db.prepare('INSERT INTO import_previews (id, label, started, decided) VALUES (?, ?, ?, ?)').run(
      id,
      label,
      now().toISOString(),
      JSON.stringify(nothing),
    );
    const insert = db.prepare(
      `INSERT INTO import_preview_sources (preview, ordinal, name, path, encoding)
       VALUES (?, ?, ?, ?, ?)`,
    );
    sources.forEach((source, ordinal) => {
      const path = 'path' in source ? source.path : null;
      const name = 'path' in source ? source.path : source.name;
      const encoding = 'text' in source ? 'utf-8' : (source.encoding ?? null);
      insert.run(id, ordinal, name, path, encoding);
    });
  });
  await tidy(context);
}

/** Damaged base64 is staged as nothing: it fails again when it is looked over again. */
function stagedBytes(source: Exclude<ImportSource, { path: string }>): Uint8Array {
  try {
    return bytesOf(source);
  } catch {
    return new Uint8Array();
  }
}

/** Drops previews that are old or too many, and what was staged for none. */
async function tidy(context: LibraryContext): Promise<void> {
  const { db, commands, now, dir } = context;
  const since = new Date(now().getTime() - longestKept).toISOString();
  commands.quietly(null, () =>
    db
      .prepare(
        `DELETE FROM import_previews WHERE started < ?1 OR id NOT IN
           (SELECT id FROM import_previews ORDER BY started DESC, rowid DESC LIMIT ?2)`,
      )
      .run(since, mostKept),
  );
  const known = new Set(
    db
      .prepare<{ id: string }>('SELECT id FROM import_previews')
      .all()
      .map(({ id }) => id),
  );
  const folders = await readdir(join(dir, 'staging')).catch(() => []);
  for (const folder of folders) {
    if (!known.has(folder)) await rm(stagingOf(context, folder), { recursive: true, force: true });
  }
}

interface PreviewRow {
  readonly id: string;
  readonly label: string;
  readonly started: string;
  readonly decided: string;
}

function decidedIn(row: PreviewRow): Decided {
  return decidedSchema.safeParse(JSON.parse(row.decided)).data ?? nothing;
}

/** The previews that were neither imported nor discarded, newest first. */
export function listPreviews(db: Database): Output<'import.kept'>['items'] {
  return db
    .prepare<PreviewRow & { files: number }>(
      `SELECT id, label, started, decided,
         (SELECT count(*) FROM import_preview_sources WHERE preview = id) AS files
       FROM import_previews ORDER BY started DESC, rowid DESC`,
    )
    .all()
    .map(({ files, ...row }) => ({
      previewId: row.id,
      label: row.label,
      started: row.started,
      files,
      decided: decidedIn(row).decisions.length,
    }));
}

const find = (db: Database, id: string): PreviewRow | undefined =>
  db
    .prepare<PreviewRow>('SELECT id, label, started, decided FROM import_previews WHERE id = ?')
    .get(id);

function change({ db, commands }: LibraryContext, row: PreviewRow, decided: Decided): void {
  commands.quietly(null, () =>
    db
      .prepare('UPDATE import_previews SET decided = ? WHERE id = ?')
      .run(JSON.stringify(decided), row.id),
  );
}

/** Remembers what a person decided so far. Nothing where the preview is not kept. */
export function rememberDecisions(
  context: LibraryContext,
  preview: Preview,
  decisions: readonly Decision[],
): void {
  const row = find(context.db, preview.id);
  if (row === undefined) return;
  const hashes = hashesOf(preview);
  change(context, row, {
    ...decidedIn(row),
    decisions: decisions.map((decision) => ({ decision, hash: hashes.get(decision.key) ?? null })),
  });
}

/** Remembers that a file is read under an encoding. */
export function rememberEncoding(context: LibraryContext, id: string, file: SourceFile): void {
  const row = find(context.db, id);
  const { name, encoding } = file;
  if (row === undefined || encoding === undefined) return;
  const before = decidedIn(row);
  change(context, row, { ...before, encodings: { ...before.encodings, [name]: encoding } });
}

const hashesOf = ({ files }: Preview): Map<string, string> =>
  new Map(files.flatMap(({ rows }) => rows.map(({ key, candidate }) => [key, candidate.hash])));

interface SourceRow {
  readonly ordinal: number;
  readonly name: string;
  readonly path: string | null;
  readonly encoding: string | null;
}

/** Where a source of a kept preview is read from again: its path, or what was staged of it. */
function sourceOf(context: LibraryContext, id: string, row: SourceRow): ImportSource | SourceFile {
  const { ordinal, name, path, encoding } = row;
  const staged = join(stagingOf(context, id), String(ordinal));
  const source = path === null ? { name, load: () => readFile(staged) } : { path };
  return encoding === null ? source : Object.assign(source, { encoding });
}

/** A kept preview to be made anew. */
export interface Reopened {
  readonly sources: readonly (ImportSource | SourceFile)[];
  /** A file under the encoding it was read in last. */
  readonly asRead: (file: SourceFile) => SourceFile;
  /** The decisions that still fit what is read now. */
  readonly decisionsFor: (preview: Preview) => Decision[];
}

/** What a kept preview is made of. Throws `not-found`. */
export function reopened(context: LibraryContext, id: string): Reopened {
  const { db } = context;
  const row = find(db, id);
  if (row === undefined) throw noPreview();
  const { decisions, encodings } = decidedIn(row);
  const rows = db
    .prepare<SourceRow>(
      'SELECT ordinal, name, path, encoding FROM import_preview_sources WHERE preview = ? ORDER BY ordinal',
    )
    .all(id);
  return {
    sources: rows.map((source) => sourceOf(context, id, source)),
    asRead: (file) => {
      const encoding = Object.hasOwn(encodings, file.name) ? encodings[file.name] : undefined;
      return encoding === undefined ? file : { ...file, encoding };
    },
    decisionsFor: (preview) => {
      const hashes = hashesOf(preview);
      const records = new Set(preview.records.map(({ key }) => key));
      return decisions
        .filter(({ decision: { key }, hash }) =>
          hash === null ? records.has(key) : hashes.get(key) === hash,
        )
        .map(({ decision }) => decision);
    },
  };
}

/** Forgets a preview that was imported, or that nobody wants any more, with what was staged for it. */
export async function forgetPreview(context: LibraryContext, id: string): Promise<void> {
  if (find(context.db, id) === undefined) return;
  context.commands.quietly(null, () =>
    context.db.prepare('DELETE FROM import_previews WHERE id = ?').run(id),
  );
  await rm(stagingOf(context, id), { recursive: true, force: true });
}
