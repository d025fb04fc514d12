import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Output } from '../../../shared/contract/methods.ts';
import { AttacheError } from '../../../shared/contract/errors.ts';
import { keepOriginals } from '../articles/originals.ts';
import { revisedTopics } from '../articles/revise/revise.ts';
import type { LibraryContext } from '../context.ts';
import type { CommandGroup } from '../storage/commands.ts';
import type { Fingerprints } from './duplicates/fingerprints.ts';
import type { ReadFile } from './read-files.ts';
import { failure } from './sources.ts';
import { storeCandidate, type StoreRun } from './store-candidate.ts';

/** The library with what imports know of it. */
export interface ImportContext extends LibraryContext {
  readonly fingerprints: Fingerprints;
}

export type RunResult = Output<'import.run'>;

/**
 * A batch is committed when it has this many files, or this many characters (about 50 ms in the
 * transaction, so that a search never waits longer), or has been collected for this long (ms).
 */
const batchFiles = 100;
const batchLength = 300_000;
const batchTime = 500;

/** What to import, and how it is named in the history and in progress events. */
export interface ImportJob {
  readonly label: string;
  readonly files: AsyncIterable<ReadFile>;
  readonly total: number;
  readonly changed: StoreRun['changed'];
  readonly threshold: StoreRun['threshold'];
}

const emptyResult = (): RunResult => ({
  imported: [],
  duplicates: [],
  failed: [],
  revised: [],
  skipped: [],
});

function append(result: RunResult, more: RunResult): void {
  result.imported.push(...more.imported);
  result.duplicates.push(...more.duplicates);
  result.failed.push(...more.failed);
  result.revised.push(...more.revised);
  result.skipped.push(...more.skipped);
}

/** One transaction: all of these files or none of them. */
function storeTogether(
  context: ImportContext,
  run: StoreRun,
  group: CommandGroup,
  batch: readonly ReadFile[],
): RunResult {
  return group.step(() => {
    const result = emptyResult();
    for (const { candidates } of batch) {
      for (const candidate of candidates) storeCandidate(context, run, candidate, result);
    }
    return result;
  });
}

const isKnown = ({ db }: ImportContext, hash: string): boolean =>
  db.prepare('SELECT 1 FROM originals WHERE sha256 = ?').get(hash) !== undefined;

/** Stores a batch; where it fails as a whole, each file by itself, so that one cannot stop the others. */
async function storeBatch(
  context: ImportContext,
  run: StoreRun,
  group: CommandGroup,
  batch: readonly ReadFile[],
): Promise<RunResult> {
  const originals = new Map(
    batch.flatMap((file) => {
      const [first] = file.candidates;
      return first === undefined ? [] : [[first.sha256, file.bytes] as const];
    }),
  );
  try {
    await keepOriginals(context.dir, originals, (hash) => isKnown(context, hash));
    return storeTogether(context, run, group, batch);
  } catch (error) {
    const [only] = batch;
    if (batch.length === 1 && only !== undefined) {
      return { ...emptyResult(), failed: [failure(only.file.name, error)] };
    }
  }
  const result = emptyResult();
  for (const file of batch) append(result, await storeBatch(context, run, group, [file]));
  return result;
}

/**
 * Imports the files of a job in batches that undo as one. Emits progress; stops between batches
 * when `signal` is aborted and keeps what is done.
 */
export async function runImport(
  context: ImportContext,
  job: ImportJob,
  signal: AbortSignal,
): Promise<RunResult> {
  if (context.readOnly) {
    throw new AttacheError(
      'library-read-only',
      'This library is open for reading only, so nothing can be imported.',
    );
  }
  const result = emptyResult();
  const { changed, threshold } = job;
  const run: StoreRun = { changed, threshold, fresh: new Set() };
  let group: CommandGroup | null = null;
  let done = 0;
  let { total } = job;
  let batch: ReadFile[] = [];
  let length = 0;
  let began = performance.now();
  const progress = (source: string | null) =>
    context.emit({
      type: 'import.progress',
      done,
      total,
      source,
      failed: result.failed.length,
    });
  /** The batch before, still being stored while the next one is read. */
  let storing = Promise.resolve();
  const store = async (ready: readonly ReadFile[]) => {
    group ??= context.commands.group(job.label);
    append(result, await storeBatch(context, run, group, ready));
    done += ready.length;
    progress(ready.at(-1)?.file.name ?? null);
  };
  const flush = async () => {
    const ready = batch;
    batch = [];
    length = 0;
    await storing;
    if (ready.length > 0) storing = store(ready);
    await nextTurn();
    began = performance.now();
  };
  progress(null);
  try {
    for await (const file of job.files) {
      result.failed.push(...file.failed);
      total += file.inner;
      if (file.candidates.length > 0) {
        batch.push(file);
        for (const { parsed } of file.candidates) length += parsed.text.length;
      } else {
        done += 1;
      }
      const full = batch.length >= batchFiles || length >= batchLength;
      if (full || performance.now() - began >= batchTime) await flush();
      if (signal.aborted) break;
    }
    await flush();
    await storing;
  } finally {
    endGroup(group, result);
  }
  progress(null);
  return result;
}

function endGroup(group: CommandGroup | null, { imported, revised }: RunResult): void {
  if (group === null) return;
  const stored = [...imported, ...revised];
  const articleIds = stored.length > 100 ? undefined : stored.map((item) => item.articleId);
  const topics = revised.length > 0 ? revisedTopics : (['articles'] as const);
  group.end({ topics, ...(articleIds === undefined ? {} : { articleIds }) });
}
