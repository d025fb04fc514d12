import { AttacheError } from '../../../shared/contract/errors.ts';
import type { Handlers, Parsed } from '../../../shared/contract/methods.ts';
import type { ImportFailure } from '../../../shared/model/import.ts';
import { deliver } from '../export/deliver.ts';
import { dropUnfinished } from '../storage/originals/originals.ts';
import type { Candidate } from './candidate.ts';
import type { ImportContext, RunResult } from './context.ts';
import { labelFor } from './label.ts';
import { beginJob, forgetJob, jobOf, listJobs, restOf } from './pending.ts';
import { asDecided } from './preview/kept.ts';
import { leftOutOf } from './preview/left-out.ts';
import { forgetPreview } from './preview/kept-previews.ts';
import type { PreviewOnScreen } from './preview/on-screen.ts';
import { previewedFiles, type PreviewedFiles } from './preview/run-preview.ts';
import { readFiles } from './read-files.ts';
import type { Report } from './report/lines.ts';
import { writeReport } from './report/write.ts';
import { runImport, type ImportJob } from './run.ts';
import { expandSources, type SourceFile } from './sources.ts';
import type { Turns } from './turns.ts';

type RunInput = Parsed<'import.run'>;

/** Imports: begun, stopped, gone on with, and what came of the last one. */
export function runHandlers(
  context: ImportContext,
  turns: Turns,
  onScreen: PreviewOnScreen,
): Handlers<
  | 'import.run'
  | 'import.cancel'
  | 'import.pending'
  | 'import.resume'
  | 'import.forget'
  | 'import.report'
> {
  let report: Report | null = null;
  /** What an earlier program left half written is removed before the first import. */
  let cleared: Promise<void> | null = null;

  /** Runs an import and keeps its report. */
  const reported = async (
    job: ImportJob,
    failed: readonly ImportFailure[],
    signal: AbortSignal,
    leftOut: readonly Candidate[] = [],
  ): Promise<RunResult> => {
    const started = context.now().toISOString();
    if (!context.readOnly) await (cleared ??= dropUnfinished(context.dir));
    const result = await runImport(context, job, signal);
    void context.originalsLog.settle();
    const left = leftOutOf(context, result.stopped === null ? leftOut : [], job.threshold);
    const whole = {
      ...result,
      failed: [...failed, ...result.failed],
      duplicates: [...result.duplicates, ...left.duplicates],
      leftOut: left.leftOut,
    };
    report = { label: job.label, started, ended: context.now().toISOString(), result: whole };
    return whole;
  };

  /** The library remembers the files until they are stored. */
  const remember = (label: string, files: readonly SourceFile[], kept: PreviewedFiles['kept']) =>
    context.readOnly ? null : beginJob(context, label, files, kept);

  const runSources = async (
    { sources, changed }: Pick<Extract<RunInput, { sources: unknown }>, 'sources' | 'changed'>,
    signal: AbortSignal,
  ): Promise<RunResult> => {
    const { files, failed } = await expandSources(sources);
    const label = labelFor(files);
    const job = {
      label,
      pending: remember(label, files, new Map()),
      files: readFiles(files, context.parse, signal),
      total: files.length,
      changed,
      threshold: (await context.settings.get()).nearThreshold,
    };
    return reported(job, failed, signal);
  };

  /** Goes on under the same job, so that what is left is never forgotten before it is read. */
  const goOn = async (
    { id, changed }: Parsed<'import.resume'>,
    signal: AbortSignal,
  ): Promise<RunResult> => {
    const { job: pending, label, sources, kept } = restOf(context.db, id);
    const { files, failed } = await expandSources(sources);
    const read = readFiles(files, context.parse, signal);
    async function* decidedFiles() {
      for await (const file of read) yield asDecided(file, kept.get(file.file.path ?? ''));
    }
    const job = {
      label,
      pending,
      files: decidedFiles(),
      total: files.length,
      changed,
      threshold: (await context.settings.get()).nearThreshold,
    };
    return reported(job, failed, signal);
  };

  /** A run that is stopped leaves its preview, to be run again for the files it did not come to. */
  const runPreview = async (
    { previewId, decisions = [] }: Extract<RunInput, { previewId: unknown }>,
    signal: AbortSignal,
  ): Promise<RunResult> => {
    const preview = onScreen.get(previewId);
    const { files, read, done, attach, leftOut, kept } = previewedFiles(preview, decisions);
    const label = labelFor(preview.files.map(({ file }) => file));
    const job = {
      label,
      pending: remember(label, files, kept),
      files: read,
      total: files.length,
      changed: 'revise',
      threshold: preview.threshold,
      attach,
    } as const;
    // The rest of files that can be read again is remembered as an import that was stopped.
    const isRemembered = job.pending !== null && files.every(({ path }) => path !== undefined);
    if (isRemembered) await forgetPreview(context, previewId);
    const result = await reported(job, preview.failed, signal, leftOut);
    if (result.stopped === null) {
      onScreen.close(previewId);
      if (!context.readOnly) await forgetPreview(context, previewId);
    } else {
      onScreen.show({ ...preview, failed: [], done });
    }
    return result;
  };

  return {
    'import.run': (input) =>
      turns.take((signal) =>
        'sources' in input ? runSources(input, signal) : runPreview(input, signal),
      ),
    'import.pending': () => ({ items: listJobs(context.db) }),
    'import.resume': (input) => turns.take((signal) => goOn(input, signal)),
    'import.forget': ({ id }) => {
      jobOf(context.db, id);
      forgetJob(context, id);
      return {};
    },
    'import.report': ({ format, path }) => {
      if (report === null) {
        throw new AttacheError(
          'not-found',
          'Nothing was imported since the library was opened, so there is no report.',
        );
      }
      return deliver(writeReport(report, format), path);
    },
    'import.cancel': () => ({ cancelled: turns.stop() }),
  };
}
