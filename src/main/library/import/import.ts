import { AttacheError } from '../../../shared/contract/errors.ts';
import type { Handlers, Parsed } from '../../../shared/contract/methods.ts';
import type { ImportFailure } from '../../../shared/model/import.ts';
import { revealedLine } from '../../../shared/model/plain-line.ts';
import type { LibraryContext } from '../context.ts';
import { dropUnfinished } from '../storage/originals/originals.ts';
import { deliver } from '../export/deliver.ts';
import { baseName } from './base-name.ts';
import { searchEngine } from '../search/engine.ts';
import { encodingNamed } from './encoding/decode.ts';
import { duplicateHandlers } from './duplicates/duplicates.ts';
import { Fingerprints } from './duplicates/fingerprints.ts';
import { bringUpFingerprints } from './duplicates/read-again.ts';
import { proposalsOfArticle } from './metadata/article-proposals.ts';
import { formats } from './formats/registry.ts';
import { compareRows, rereadFile } from './preview/again.ts';
import { giveOutlets } from './preview/hidden-rows.ts';
import { makePreview } from './preview/make.ts';
import type { Preview } from './preview/preview.ts';
import { previewedFiles, type PreviewedFiles } from './preview/run-preview.ts';
import { readFiles } from './read-files.ts';
import { beginJob, forgetJob, jobOf, listJobs, restOf } from './pending.ts';
import { checkDecisions } from './preview/decide.ts';
import { asDecided } from './preview/kept.ts';
import {
  forgetPreview,
  keepPreview,
  listPreviews,
  rememberDecisions,
  rememberEncoding,
  reopened,
} from './preview/kept-previews.ts';
import type { ParsePort } from './parse-port.ts';
import type { Report } from './report/lines.ts';
import { writeReport } from './report/write.ts';
import type { ImportContext, RunResult } from './context.ts';
import { runImport, type ImportJob } from './run.ts';
import { expandSources, type SourceFile } from './sources.ts';

type RunInput = Parsed<'import.run'>;

const labelFor = (names: readonly string[]): string =>
  names.length === 1
    ? `Import “${revealedLine(baseName(names[0] ?? ''))}”`
    : `Import ${names.length} files`;

export function importHandlers(
  library: LibraryContext,
  parse: ParsePort,
): Handlers<
  | 'import.preview'
  | 'import.kept'
  | 'import.reopen'
  | 'import.decide'
  | 'import.discard'
  | 'import.reread'
  | 'import.compare'
  | 'import.clean'
  | 'import.run'
  | 'import.cancel'
  | 'import.pending'
  | 'import.resume'
  | 'import.forget'
  | 'import.report'
  | 'import.formats'
  | 'articles.proposals'
  | keyof ReturnType<typeof duplicateHandlers>
> {
  const context: ImportContext = {
    ...library,
    parse,
    fingerprints: new Fingerprints(library),
    index: searchEngine(library).articles,
  };
  bringUpFingerprints(context, context.fingerprints);
  let preview: Preview | null = null;
  let report: Report | null = null;
  let running: AbortController | null = null;
  /** What an earlier program left half written is removed before the first import. */
  let cleared: Promise<void> | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  /** One import at a time: a second one waits for the first. */
  const inTurn = <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const turn = queue.then(async () => {
      running = new AbortController();
      try {
        return await work(running.signal);
      } finally {
        running = null;
      }
    });
    queue = turn.catch(() => undefined);
    return turn;
  };

  const kept = (previewId: string): Preview => {
    if (preview !== null && preview.id === previewId) return preview;
    throw new AttacheError(
      'not-found',
      'This preview is no longer there. Look the files over again.',
      { field: 'previewId' },
    );
  };

  /** Runs an import and keeps its report. */
  const reported = async (
    job: ImportJob,
    failed: readonly ImportFailure[],
    signal: AbortSignal,
  ): Promise<RunResult> => {
    const started = context.now().toISOString();
    if (!context.readOnly) await (cleared ??= dropUnfinished(context.dir));
    const result = await runImport(context, job, signal);
    void context.originalsLog.settle();
    const whole = { ...result, failed: [...failed, ...result.failed] };
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
    const label = labelFor(files.map((file) => file.name));
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
    const looked = kept(previewId);
    const { files, read, done, attach, kept: keptDecisions } = previewedFiles(looked, decisions);
    const label = labelFor(looked.files.map(({ file }) => file.name));
    const job = {
      label,
      pending: remember(label, files, keptDecisions),
      files: read,
      total: files.length,
      changed: 'revise',
      threshold: looked.threshold,
      attach,
    } as const;
    // The rest of files that can be read again is remembered as an import that was stopped.
    const isRemembered = job.pending !== null && files.every(({ path }) => path !== undefined);
    if (isRemembered) await forgetPreview(context, previewId);
    const result = await reported(job, looked.failed, signal);
    preview = result.stopped === null ? null : { ...looked, failed: [], done };
    if (result.stopped === null && !context.readOnly) await forgetPreview(context, previewId);
    return result;
  };

  return {
    ...duplicateHandlers(context),
    'import.preview': ({ sources, keep }) =>
      inTurn(async (signal) => {
        const { files, failed } = await expandSources(sources);
        const { nearThreshold } = await context.settings.get();
        const made = await makePreview(context, files, failed, nearThreshold, signal);
        preview = made.preview;
        const isWorthKeeping = keep === true && !context.readOnly && made.output.items.length > 0;
        if (isWorthKeeping) {
          const label = labelFor(files.map((file) => file.name));
          await keepPreview(context, made.preview.id, label, sources);
        }
        return made.output;
      }),
    'import.kept': () => ({ items: listPreviews(context.db) }),
    'import.reopen': ({ previewId }) =>
      inTurn(async (signal) => {
        const { sources, asRead, decisionsFor } = reopened(context, previewId);
        const { files, failed } = await expandSources(sources);
        const { nearThreshold } = await context.settings.get();
        const read = files.map(asRead);
        const made = await makePreview(context, read, failed, nearThreshold, signal, previewId);
        preview = made.preview;
        return { ...made.output, decisions: decisionsFor(made.preview) };
      }),
    'import.decide': ({ previewId, decisions }) => {
      const looked = kept(previewId);
      checkDecisions(looked, decisions);
      if (!context.readOnly) rememberDecisions(context, looked, decisions);
      return {};
    },
    'import.discard': async ({ previewId }) => {
      if (preview?.id === previewId) preview = null;
      if (!context.readOnly) await forgetPreview(context, previewId);
      return {};
    },
    'import.reread': ({ previewId, key, encoding }) =>
      inTurn(async () => {
        const reread = await rereadFile(context, kept(previewId), key, encodingNamed(encoding));
        preview = reread.preview;
        const file = reread.preview.files.find(({ rows }) =>
          rows.some((row) => reread.output.items.some((item) => item.key === row.key)),
        )?.file;
        if (file !== undefined && !context.readOnly) rememberEncoding(context, previewId, file);
        return reread.output;
      }),
    'import.clean': ({ previewId, rows }) => {
      const given = giveOutlets(context.db, kept(previewId), rows);
      preview = given.preview;
      return given.output;
    },
    'import.compare': ({ previewId, threshold }) =>
      inTurn(async () => {
        const looked = { ...kept(previewId), threshold };
        const output = compareRows(context, looked);
        const likeness = new Map(output.items.map(({ key, ...like }) => [key, like]));
        preview = { ...looked, likeness };
        return output;
      }),
    'import.run': (input) =>
      inTurn((signal) =>
        'sources' in input ? runSources(input, signal) : runPreview(input, signal),
      ),
    'import.pending': () => ({ items: listJobs(context.db) }),
    'import.resume': (input) => inTurn((signal) => goOn(input, signal)),
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
    'import.cancel': () => {
      running?.abort();
      return { cancelled: running !== null };
    },
    'articles.proposals': async ({ id }) => ({ items: await proposalsOfArticle(context.db, id) }),
    'import.formats': () => ({
      items: formats.map(({ id, label, extensions }) => ({
        id,
        label,
        extensions: [...extensions],
      })),
    }),
  };
}
