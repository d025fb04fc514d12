import { setImmediate as nextTurn } from 'node:timers/promises';
import { contentTopics, type FinishedFile } from '../../../shared/contract/events.ts';
import { AttacheError } from '../../../shared/contract/errors.ts';
import type { ImportFailure } from '../../../shared/model/import.ts';
import type { CommandGroup } from '../storage/commands.ts';
import type { Candidate } from './candidate.ts';
import { offerRepeatedLines } from '../cleaning/repeated/offer.ts';
import type { ImportContext, RunResult } from './context.ts';
import { KeptFingerprints } from './duplicates/kept-fingerprints.ts';
import { forgetJob, settle, type PendingJob } from './pending.ts';
import { Pipeline } from './pipeline.ts';
import type { ReadFile } from './read-files.ts';
import { attachRecord, knownArticles, matchesNothing, type RecordMatch } from './records/attach.ts';
import { failure } from './sources.ts';
import { append, emptyResult, keepBatch, storeBatch } from './store-batch.ts';
import type { StoreRun } from './store-candidate.ts';

/**
 * A batch is committed when it has this many files, or this many characters (about 100 ms in the
 * transaction), or has been collected for this long (ms).
 */
const usual = { files: 320, length: 1_440_000 };
/** The first ones are smaller, so that what stores need not wait long for what reads. */
const first = { files: 32, length: 144_000 };
/** While somebody searches: a search waits for the transaction it falls into. */
const searching = { files: 16, length: 72_000 };
const batchTime = 500;

/** What to import, and how it is named in the history and in progress events. */
export interface ImportJob {
  readonly label: string;
  readonly files: AsyncIterable<ReadFile>;
  readonly total: number;
  /** Records of a preview and the articles of the library they belong to. */
  readonly attach?: readonly RecordMatch[];
  readonly changed: StoreRun['changed'];
  readonly threshold: StoreRun['threshold'];
  /** Where the library remembers what is left of it. */
  readonly pending: PendingJob | null;
}

/** What is told of a batch: its files themselves need not be kept for that. */
interface StoredBatch {
  readonly count: number;
  /** The name of its last file. */
  readonly last: string | null;
  readonly stored: RunResult;
}

/** The articles of records whose files are read; a record of none is an article to be, or fails. */
function placeRecords({ db }: ImportContext, files: readonly ReadFile[]) {
  const known = knownArticles(db, (id) => id);
  const found: RecordMatch[] = [];
  const alone: ReadFile[] = [];
  const failed: ImportFailure[] = [];
  for (const file of files) {
    const candidates: Candidate[] = [];
    for (const candidate of file.records) {
      const { source, record, article } = candidate;
      const match = known.find(record);
      if (match !== null) found.push({ ...match, candidate });
      else if (article !== null) candidates.push(article);
      else failed.push(failure(source, matchesNothing(candidate, known.whyNot(record))));
    }
    if (candidates.length > 0) alone.push({ ...file, candidates });
  }
  return { found, alone, failed };
}

/** Attaches records to articles that are stored by now; those of none become articles, or fail. */
async function attachAll(
  context: ImportContext,
  run: StoreRun,
  group: CommandGroup,
  { matches, unplaced }: { matches: readonly RecordMatch[]; unplaced: readonly ReadFile[] },
): Promise<RunResult> {
  const placed = unplaced.length === 0 ? null : placeRecords(context, unplaced);
  const found = [...matches, ...(placed?.found ?? [])];
  const attached = group.step(() => found.flatMap((match) => attachRecord(context, match) ?? []));
  const result = { ...emptyResult(), attached, failed: placed?.failed ?? [] };
  for (const file of placed?.alone ?? []) {
    append(result, await storeBatch(context, run, group, [file]));
  }
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
  const { changed, threshold, pending } = job;
  const prints = new KeptFingerprints(context.db);
  const run: StoreRun = {
    changed,
    threshold,
    pending,
    fresh: new Set(),
    looked: new Set(),
    prints,
  };
  let group: CommandGroup | null = null;
  let done = 0;
  let read = 0;
  let { total } = job;
  let batch: ReadFile[] = [];
  const unplaced: ReadFile[] = [];
  let length = 0;
  let began = performance.now();
  const progress = (source: string | null, finished: readonly FinishedFile[] = []) =>
    context.emit({
      type: 'import.progress',
      done,
      total,
      source,
      failed: result.failed.length,
      ...(finished.length > 0 ? { finished: [...finished] } : {}),
    });
  const groupOf = () => (group ??= context.commands.group(job.label));
  const pipeline = new Pipeline<readonly ReadFile[], StoredBatch>({
    keep: (files) => keepBatch(context, files),
    store: async (files, kept) => {
      const stored = await storeBatch(context, run, groupOf(), files, kept);
      append(result, stored);
      return { count: files.length, last: files.at(-1)?.file.name ?? null, stored };
    },
    flush: () => groupOf().flush(),
    tell: ({ count, last, stored }) => {
      done += count;
      progress(last, finishedBy(stored));
    },
  });
  const push = async () => {
    const files = batch;
    batch = [];
    length = 0;
    if (files.length > 0) await pipeline.push(files);
    await nextTurn();
    began = performance.now();
  };
  progress(null);
  try {
    for await (const file of job.files) {
      read += 1;
      result.failed.push(...file.failed);
      total += file.inner;
      if (file.records.length > 0) unplaced.push(file);
      if (file.candidates.length > 0) {
        batch.push(file);
        for (const { parsed } of file.candidates) length += parsed.text.length;
      } else {
        done += 1;
        progress(file.file.name, finishedBy({ failed: [...file.failed] }));
      }
      const most = context.background.isAsked() ? searching : read <= usual.files ? first : usual;
      const full = batch.length >= most.files || length >= most.length;
      const isSlow = performance.now() - began >= batchTime;
      if (full || isSlow) await push();
      // The next batch may be long in coming.
      if (isSlow) await pipeline.drain();
      if (signal.aborted) break;
    }
    await push();
    await pipeline.drain();
    const matches = job.attach ?? [];
    if (matches.length + unplaced.length > 0) {
      append(result, await attachAll(context, run, groupOf(), { matches, unplaced }));
    }
    if (group !== null) await offerRepeatedLines(context, group, broughtIn(result), run.looked);
    if (signal.aborted && read < total) result.stopped = { left: total - read };
    if (pending !== null) closeJob(context, pending, result);
  } finally {
    // Where reading or storing failed, a batch may still be on its way into the group.
    await pipeline.rest();
    endGroup(group, result);
  }
  progress(null);
  return result;
}

const broughtIn = ({ imported, revised }: RunResult): string[] =>
  [...imported, ...revised].map(({ articleId }) => articleId);

/** What became of the files of a batch. */
const finishedBy = (result: Partial<RunResult>): FinishedFile[] => [
  ...(result.imported ?? []).map(({ source }) => ({ source, outcome: 'imported' as const })),
  ...(result.revised ?? []).map(({ source }) => ({ source, outcome: 'revised' as const })),
  ...(result.duplicates ?? []).flatMap(({ source, kind }) =>
    kind === 'identical' ? [{ source, outcome: 'identical' as const }] : [],
  ),
  ...(result.skipped ?? []).map(({ source }) => ({ source, outcome: 'skipped' as const })),
  ...(result.failed ?? []).map(({ source, message }) => ({
    source,
    outcome: 'failed' as const,
    message,
  })),
];

/** Forgets a job that has come to its end; of a stopped one, the files that were read in vain. */
function closeJob(context: ImportContext, job: PendingJob, { failed, stopped }: RunResult): void {
  if (stopped === null) {
    forgetJob(context, job.id);
    return;
  }
  const names = failed.map(({ source }) => source);
  context.commands.quietly(null, () => settle(context.db, job, names));
}

function endGroup(group: CommandGroup | null, result: RunResult): void {
  if (group === null) return;
  const { imported, revised, attached } = result;
  const stored = [...imported, ...revised, ...attached];
  const articleIds = stored.length > 100 ? undefined : stored.map((item) => item.articleId);
  const topics = revised.length > 0 ? contentTopics : (['articles'] as const);
  group.end({ topics, ...(articleIds === undefined ? {} : { articleIds }) });
}
