import { Worker } from 'node:worker_threads';
import { AttacheError } from '../../shared/contract/errors.ts';
import type { LibraryEvent } from '../../shared/contract/events.ts';
import { refuseDeepNesting } from '../../shared/contract/nesting.ts';
import type { SettingsPort } from '../library/context.ts';
import type { Library } from '../library/library.ts';
import { answerOf, notBegun, pendingCalls } from './calls.ts';
import type { FromWorker, LibraryWorkerData, ToWorker } from './messages.ts';

/**
 * The library lives in SQLite and buffers, so its heap stays small. Without limits a thread that
 * runs out of heap takes the whole application with it; with them only this worker ends.
 */
const resourceLimits = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 12 };

export interface LibraryWorkerOptions {
  readonly dir: string;
  /** File URL of the folder of bundled data. */
  readonly resources: URL;
  readonly settings: SettingsPort;
  /** The built or the source file of the worker, beside the host's own entry file. */
  readonly workerUrl: URL;
  readonly parserWorkerUrl: URL;
  /** Opens without the writer's lock: commands answer `library-read-only`. */
  readonly readOnly?: boolean;
}

/** A library in its thread. */
export interface ConnectedLibrary extends Library {
  /** Resolves when the thread fails or ends, before any call is told so. */
  readonly failing: Promise<void>;
  /** Resolves when the thread has ended and let go of the library's files. */
  readonly ended: Promise<void>;
}

/**
 * Opens the library of `dir` in a worker thread. Rejects as `openLibrary` does. When the thread
 * dies, waiting and later calls reject with `library-stopped`.
 */
export async function connectLibrary(options: LibraryWorkerOptions): Promise<ConnectedLibrary> {
  const workerData: LibraryWorkerData = {
    dir: options.dir,
    resources: options.resources.href,
    parserWorkerUrl: options.parserWorkerUrl.href,
    readOnly: options.readOnly ?? false,
  };
  const worker = new Worker(options.workerUrl, { workerData, resourceLimits });
  const post = (message: ToWorker) => worker.postMessage(message);
  const calls = pendingCalls();
  const listeners = new Set<(event: LibraryEvent) => void>();
  const opened = Promise.withResolvers<void>();
  const failing = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();

  const stop = (reason: string) => {
    const error = new AttacheError(
      'library-stopped',
      `The library stopped working${reason}. Everything it acknowledged is saved. Try again; if it goes on like this, start Attache again.`,
    );
    failing.resolve();
    opened.reject(error);
    calls.fail(error);
  };
  const answerSettings = async (id: number, changes: FromWorkerSettings['changes']) => {
    const work = () => (changes === null ? options.settings.get() : options.settings.set(changes));
    post({ type: 'settings', id, answer: await answerOf(work) });
  };
  worker.on('message', (message: FromWorker) => {
    if (message.type === 'answer') calls.settle(message.id, message.answer);
    else if (message.type === 'settings') void answerSettings(message.id, message.changes);
    else if (message.type === 'opened') opened.resolve();
    else if (message.type === 'refused') opened.reject(AttacheError.fromData(message.error));
    else for (const listener of listeners) listener(message.event);
  });
  worker.on('error', (error) =>
    stop(`: ${error instanceof Error ? error.message : String(error)}`),
  );
  worker.on('exit', () => {
    stop('');
    ended.resolve();
  });

  try {
    await opened.promise;
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return {
    failing: failing.promise,
    ended: ended.promise,
    async call(method, input, signal, made) {
      if (signal?.aborted === true) throw AttacheError.fromData(notBegun);
      refuseDeepNesting(method, input);
      let cancel: (() => void) | undefined;
      try {
        return await calls.ask((id) => {
          post({ type: 'call', id, method, input });
          cancel = () => post({ type: 'cancel', id });
          signal?.addEventListener('abort', cancel);
        }, made);
      } finally {
        if (cancel !== undefined) signal?.removeEventListener('abort', cancel);
      }
    },
    on(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      post({ type: 'close' });
      await ended.promise;
    },
  };
}

type FromWorkerSettings = Extract<FromWorker, { type: 'settings' }>;
