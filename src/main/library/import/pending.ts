import { notFound } from '../../../shared/contract/errors.ts';
import type { Output } from '../../../shared/contract/methods.ts';
import type { LibraryContext } from '../context.ts';
import type { Database } from '../storage/database.ts';
import { keptSchema, type KeptDecisions } from './preview/kept.ts';
import type { SourceFile } from './sources.ts';

/** An import as the library remembers it until its end: which files it has still to read. */
export interface PendingJob {
  readonly id: string;
  /** The places of its files by their names. */
  readonly ordinals: ReadonlyMap<string, number>;
}

/** A file by itself is read at once or not at all: there would be nothing to go on with. */
const fewestFiles = 2;

/**
 * Remembers the files of an import before it begins, so that what a stop or a kill leaves can be
 * gone on with as the person decided. Null where that would be of no use: for one file, and for files that have no path.
 */
export function beginJob(
  { commands, db, newId, now }: LibraryContext,
  label: string,
  files: readonly SourceFile[],
  kept: ReadonlyMap<SourceFile, KeptDecisions>,
): PendingJob | null {
  if (files.length < fewestFiles || files.every(({ path }) => path === undefined)) return null;
  const id = newId();
  commands.quietly(null, () => {
    db.prepare('INSERT INTO import_jobs (id, label, started, total) VALUES (?, ?, ?, ?)').run(
      id,
      label,
      now().toISOString(),
      files.length,
    );
    const insert = db.prepare(
      `INSERT INTO import_pending (job, ordinal, name, path, sha256, decisions)
       VALUES (?, ?, ?, ?, ?, ?)`,
    );
    files.forEach((file, ordinal) => {
      const decided = kept.get(file);
      const decisions = decided === undefined ? null : JSON.stringify(decided.kept);
      const { name, path = null } = file;
      insert.run(id, ordinal, name, path, decided?.sha256 ?? null, decisions);
    });
  });
  return { id, ordinals: new Map(files.map(({ name }, ordinal) => [name, ordinal])) };
}

/** These files have been read, and stored or reported. Runs inside a transaction. */
export function settle(db: Database, job: PendingJob, names: readonly string[]): void {
  const remove = db.prepare('DELETE FROM import_pending WHERE job = ? AND ordinal = ?');
  for (const name of names) {
    const ordinal = job.ordinals.get(name);
    if (ordinal !== undefined) remove.run(job.id, ordinal);
  }
}

/** Forgets an import that has come to its end, or that nobody wants to go on with. */
export function forgetJob({ commands, db }: LibraryContext, id: string): void {
  commands.quietly(null, () => db.prepare('DELETE FROM import_jobs WHERE id = ?').run(id));
}

interface JobRow {
  readonly id: string;
  readonly label: string;
  readonly started: string;
  readonly total: number;
}

const jobColumns = 'SELECT id, label, started, total FROM import_jobs';

/** The imports that have not come to their end, newest first. */
export function listJobs(db: Database): Output<'import.pending'>['items'] {
  const files = db.prepare<{ name: string; path: string | null }>(
    'SELECT name, path FROM import_pending WHERE job = ? ORDER BY ordinal',
  );
  return db
    .prepare<JobRow>(`${jobColumns} ORDER BY started DESC, id`)
    .all()
    .map(({ id, label, started, total }) => {
      const left = files.all(id);
      return {
        id,
        label,
        started,
        total,
        left: left.length,
        sources: left.flatMap(({ path }) => (path === null ? [] : [{ path }])),
        lost: left.flatMap(({ name, path }) => (path === null ? [name] : [])),
      };
    });
}

/** An import that can be gone on with. Throws `not-found`. */
export function jobOf(db: Database, id: string): Output<'import.pending'>['items'][number] {
  const job = listJobs(db).find((one) => one.id === id);
  if (job === undefined) throw notFound('stopped import', id);
  return job;
}

/** What is left of a stopped import: files to read by their paths, and what was decided of them. */
export interface Rest {
  readonly job: PendingJob;
  readonly label: string;
  readonly sources: { path: string; encoding?: string }[];
  /** By path. */
  readonly kept: ReadonlyMap<string, KeptDecisions>;
}

interface PendingRow {
  readonly ordinal: number;
  readonly path: string;
  readonly sha256: string | null;
  readonly decisions: string | null;
}

function decisionsIn({ sha256, decisions }: PendingRow): KeptDecisions | undefined {
  if (sha256 === null || decisions === null) return undefined;
  const { data } = keptSchema.safeParse(JSON.parse(decisions));
  return data === undefined ? undefined : { sha256, kept: data };
}

/** The rest of a stopped import, to be gone on with under the same job. Throws `not-found`. */
export function restOf(db: Database, id: string): Rest {
  const { label } = jobOf(db, id);
  const rows = db
    .prepare<PendingRow>(
      `SELECT ordinal, path, sha256, decisions FROM import_pending
       WHERE job = ? AND path IS NOT NULL ORDER BY ordinal`,
    )
    .all(id);
  const kept = new Map(
    rows.flatMap((row) => {
      const decisions = decisionsIn(row);
      return decisions === undefined ? [] : [[row.path, decisions] as const];
    }),
  );
  return {
    job: { id, ordinals: new Map(rows.map(({ path, ordinal }) => [path, ordinal])) },
    label,
    sources: rows.map(({ path }) => {
      const encoding = kept.get(path)?.kept.encoding;
      return encoding === undefined ? { path } : { path, encoding };
    }),
    kept,
  };
}
