import { AttacheError } from '../../../shared/contract/errors.ts';
import type { Handlers } from '../../../shared/contract/methods.ts';
import type { LibraryContext } from '../context.ts';
import { baseName } from './base-name.ts';
import { encodingNamed } from './encoding/decode.ts';
import { cleaningHandlers } from './cleaning/learnt/cleaning.ts';
import { duplicateHandlers } from './duplicates/duplicates.ts';
import { Fingerprints } from './duplicates/fingerprints.ts';
import { formats } from './formats/registry.ts';
import {
  compareRows,
  hiddenUnder,
  makePreview,
  previewedFiles,
  rereadFile,
  type Preview,
} from './preview.ts';
import { readFiles } from './read-files.ts';
import { runImport, type ImportContext, type RunResult } from './run.ts';
import { expandSources } from './sources.ts';

const labelFor = (names: readonly string[]): string =>
  names.length === 1 ? `Import “${baseName(names[0] ?? '')}”` : `Import ${names.length} files`;

export function importHandlers(
  library: LibraryContext,
): Handlers<
  | 'import.preview'
  | 'import.reread'
  | 'import.compare'
  | 'import.clean'
  | 'import.run'
  | 'import.cancel'
  | 'import.formats'
  | keyof ReturnType<typeof duplicateHandlers>
  | keyof ReturnType<typeof cleaningHandlers>
> {
  const context: ImportContext = { ...library, fingerprints: new Fingerprints(library) };
  let preview: Preview | null = null;
  let running: AbortController | null = null;
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

  return {
    ...duplicateHandlers(context),
    ...cleaningHandlers(context),
    'import.preview': ({ sources }) =>
      inTurn(async (signal) => {
        const { files, failed } = await expandSources(sources);
        const { nearThreshold } = await context.settings.get();
        const made = await makePreview(context, files, failed, nearThreshold, signal);
        preview = made.preview;
        return made.output;
      }),
    'import.reread': ({ previewId, key, encoding }) =>
      inTurn(async () => {
        const reread = await rereadFile(context, kept(previewId), key, encodingNamed(encoding));
        preview = reread.preview;
        return reread.output;
      }),
    'import.clean': ({ previewId, key, outlet }) => ({
      hidden: hiddenUnder(context, kept(previewId), key, outlet),
    }),
    'import.compare': ({ previewId, threshold }) =>
      inTurn(async () => {
        preview = { ...kept(previewId), threshold };
        return compareRows(context, preview);
      }),
    'import.run': (input) =>
      inTurn(async (signal): Promise<RunResult> => {
        if ('sources' in input) {
          const { files, failed } = await expandSources(input.sources);
          const result = await runImport(
            context,
            {
              label: labelFor(files.map((file) => file.name)),
              files: readFiles(files, context.parse, signal),
              total: files.length,
              changed: input.changed,
              threshold: (await context.settings.get()).nearThreshold,
            },
            signal,
          );
          return { ...result, failed: [...failed, ...result.failed] };
        }
        const looked = kept(input.previewId);
        const { files, total, attach } = previewedFiles(looked, input.decisions ?? []);
        const label = labelFor(looked.files.map(({ file }) => file.name));
        const { threshold } = looked;
        const job = { label, files, total, changed: 'revise', threshold, attach } as const;
        const result = await runImport(context, job, signal);
        preview = null;
        return { ...result, failed: [...looked.failed, ...result.failed] };
      }),
    'import.cancel': () => {
      running?.abort();
      return { cancelled: running !== null };
    },
    'import.formats': () => ({
      items: formats.map(({ id, label, extensions }) => ({
        id,
        label,
        extensions: [...extensions],
      })),
    }),
  };
}
