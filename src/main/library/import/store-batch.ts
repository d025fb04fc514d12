import { keepOriginals } from '../storage/originals/originals.ts';
import type { CommandGroup } from '../storage/commands.ts';
import type { Candidate } from './candidate.ts';
import type { ImportContext, RunResult } from './context.ts';
import { settle } from './pending.ts';
import type { ReadFile } from './read-files.ts';
import { attachRecord } from './records/attach.ts';
import { failure } from './sources.ts';
import { storeCandidate, type StoreRun } from './store-candidate.ts';

export const emptyResult = (): RunResult => ({
  imported: [],
  duplicates: [],
  failed: [],
  revised: [],
  attached: [],
  skipped: [],
  leftOut: [],
  stopped: null,
});

export function append(result: RunResult, more: RunResult): void {
  result.imported.push(...more.imported);
  result.duplicates.push(...more.duplicates);
  result.failed.push(...more.failed);
  result.revised.push(...more.revised);
  result.attached.push(...more.attached);
  result.skipped.push(...more.skipped);
}

/** Stores an article and fills in what records say of it. */
function storeDescribed(
  context: ImportContext,
  run: StoreRun,
  candidate: Candidate,
  result: RunResult,
): void {
  const of = storeCandidate(context, run, candidate, result);
  const settled = new Set(Object.keys(candidate.decided?.fields ?? {}));
  for (const { candidate: record, by } of candidate.records ?? []) {
    const attached = attachRecord(context, { of, by, candidate: record, settled });
    if (attached !== null) result.attached.push(attached);
  }
}

/** Files that are done once they are stored; an archive is done when all of it is. */
const settledBy = (batch: readonly ReadFile[]): string[] =>
  batch.filter(({ inner }) => inner === 0).map(({ file }) => file.name);

/** One transaction: all of these files or none of them. */
function storeTogether(
  context: ImportContext,
  run: StoreRun,
  group: CommandGroup,
  batch: readonly ReadFile[],
): RunResult {
  return group.stepUnflushed(() => {
    const result = emptyResult();
    if (run.pending !== null) settle(context.db, run.pending, settledBy(batch));
    for (const { candidates } of batch) {
      for (const candidate of candidates) storeDescribed(context, run, candidate, result);
    }
    return result;
  });
}

const isKnown = ({ db }: ImportContext, hash: string): boolean =>
  db.prepare('SELECT 1 FROM originals WHERE sha256 = ?').get(hash) !== undefined;

/** Makes the originals of a batch durable. Rejects with `disk-full` or `write-failed`. */
export function keepBatch(context: ImportContext, batch: readonly ReadFile[]): Promise<void> {
  const originals = new Map(
    batch.flatMap((file) => {
      const [first] = file.candidates;
      return first === undefined ? [] : [[first.sha256, file.bytes] as const];
    }),
  );
  const { dir, originalsLog } = context;
  return keepOriginals(dir, originals, (hash) => isKnown(context, hash), originalsLog);
}

/**
 * Stores a batch once its originals are `kept`; `group.flush` makes it durable. Where it fails as a
 * whole, each file is stored by itself, so that one cannot stop the others.
 */
export async function storeBatch(
  context: ImportContext,
  run: StoreRun,
  group: CommandGroup,
  batch: readonly ReadFile[],
  kept = keepBatch(context, batch),
): Promise<RunResult> {
  try {
    await kept;
    return storeTogether(context, run, group, batch);
  } catch (error) {
    run.prints.clear();
    const [only] = batch;
    if (batch.length === 1 && only !== undefined) {
      return { ...emptyResult(), failed: [failure(only.file.name, error)] };
    }
  }
  const result = emptyResult();
  for (const file of batch) append(result, await storeBatch(context, run, group, [file]));
  return result;
}
