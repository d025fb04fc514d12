import { availableParallelism } from 'node:os';
import { Worker, type ResourceLimits } from 'node:worker_threads';
import type { Answer } from '../../shared/contract/answer.ts';
import { AttacheError } from '../../shared/contract/errors.ts';
import { isQuick, parseFile } from '../library/import/parse.ts';
import type { ParsePort, ParseResult, ParseTask } from '../library/import/parse-port.ts';

export interface ParserPool extends ParsePort {
  /** Ends every thread of the pool; files still being read are rejected with `cancelled`. */
  close(): Promise<void>;
}

export interface ParserPoolOptions {
  readonly threads?: number;
  /** Milliseconds a file may take before its thread is ended. */
  readonly timeLimit?: number;
  readonly resourceLimits?: ResourceLimits;
}

const defaults = {
  threads: Math.max(1, Math.min(4, availableParallelism() - 1)),
  timeLimit: 10_000,
  resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 8 },
};

/** Files of formats that cannot hang are read in the calling thread up to this many bytes. */
const quickBytes = 1024 * 1024;

interface Job {
  readonly task: ParseTask;
  readonly done: PromiseWithResolvers<ParseResult>;
}

interface Thread {
  readonly worker: Worker;
  job: Job | null;
  timer: NodeJS.Timeout | undefined;
}

const tooSlow = (name: string, limit: number) =>
  new AttacheError(
    'parser-timeout',
    `"${name}" could not be read within ${Math.round(limit / 1000)} seconds, so it was left out. Save it in another format, or split it, and import that.`,
  );

const crashed = (name: string, cause: unknown) =>
  new AttacheError(
    'parser-failed',
    (cause as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? `"${name}" needs more memory than Attache gives to one file, so it was left out. Split it and import the parts.`
      : `"${name}" made its reader fail, so it was left out. The file may be damaged.`,
    { cause },
  );

/**
 * Reads files in threads that are ended when they take too long or grow too large, and started
 * again for the next file. `workerUrl` is the parser worker's entry, source or built.
 */
export function createParserPool(workerUrl: URL, options: ParserPoolOptions = {}): ParserPool {
  const { threads: size, timeLimit, resourceLimits } = { ...defaults, ...options };
  const threads = new Set<Thread>();
  const waiting: Job[] = [];
  let closed = false;

  const next = () => {
    while (waiting.length > 0) {
      let thread = [...threads].find(({ job }) => job === null);
      if (thread === undefined) {
        if (threads.size >= size) return;
        thread = start();
      }
      const job = waiting.shift();
      if (job !== undefined) assign(thread, job);
    }
  };

  const end = (thread: Thread, error: AttacheError) => {
    if (!threads.delete(thread)) return;
    clearTimeout(thread.timer);
    thread.job?.done.reject(error);
    thread.job = null;
    void thread.worker.terminate();
    if (!closed) next();
  };

  const start = (): Thread => {
    const worker = new Worker(workerUrl, { resourceLimits });
    const thread: Thread = { worker, job: null, timer: undefined };
    worker.on('message', (answer: Answer) => {
      const job = thread.job;
      clearTimeout(thread.timer);
      thread.job = null;
      worker.unref();
      if (answer.ok) job?.done.resolve(answer.value as ParseResult);
      else job?.done.reject(AttacheError.fromData(answer.error));
      next();
    });
    const lost = (cause: unknown) => end(thread, crashed(thread.job?.task.name ?? '', cause));
    worker.on('error', lost);
    worker.on('exit', () => lost(null));
    threads.add(thread);
    return thread;
  };

  const assign = (thread: Thread, job: Job) => {
    thread.job = job;
    thread.worker.ref();
    thread.timer = setTimeout(() => end(thread, tooSlow(job.task.name, timeLimit)), timeLimit);
    thread.worker.postMessage(job.task);
  };

  return {
    parse(task) {
      if (task.bytes.length <= quickBytes && isQuick(task)) return parseFile(task);
      const job: Job = { task, done: Promise.withResolvers<ParseResult>() };
      waiting.push(job);
      next();
      return job.done.promise;
    },
    async close() {
      closed = true;
      const stopped = new AttacheError('cancelled', 'The import was stopped.');
      for (const job of waiting.splice(0)) job.done.reject(stopped);
      const workers = [...threads].map(({ worker }) => worker);
      for (const thread of threads) end(thread, stopped);
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
