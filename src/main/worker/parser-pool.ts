import { availableParallelism } from 'node:os';
import { Worker, type ResourceLimits } from 'node:worker_threads';
import type { Answer } from '../../shared/contract/answer.ts';
import { AttacheError } from '../../shared/contract/errors.ts';
import { isQuick, isQuickByName, parseFile } from '../library/import/parse.ts';
import { smallFile } from '../library/import/load-path.ts';
import { limitProcessorTime } from './processor-limit.ts';
import { unpack, type PackedResult } from './packed-result.ts';
import type {
  FileRead,
  ParsePort,
  ParseResult,
  ParseTask,
  PathTask,
} from '../library/import/parse-port.ts';

export interface ParserPool extends ParsePort {
  /** Ends every thread of the pool; files still being read are rejected with `cancelled`. */
  close(): Promise<void>;
}

export interface ParserPoolOptions {
  readonly threads?: number;
  /** Milliseconds of processor time a file may take before its thread is ended. */
  readonly timeLimit?: number;
  readonly resourceLimits?: ResourceLimits;
}

const defaults = {
  threads: Math.max(1, Math.min(4, availableParallelism() - 1)),
  timeLimit: 10_000,
  resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 24, stackSizeMb: 8 },
};

/** Formats that cannot hang are read several at a time up to this many bytes a file. */
const quickBytes = 1024 * 1024;
/**
 * So many quick files, less than `pause` ms apart, are a long import: the next ones go to a thread.
 * One that is there already gets them all.
 */
const fewFiles = 24;
const pause = 500;
const mostTogether = 32;
/** Batches a thread has: they lie there while this thread is busy storing, some 50 ms at a time. */
const mostBatches = 8;
/** A part of a batch goes to a thread that has fewer than these: it would soon have nothing to read. */
const fewBatches = 2;

/** A thread answers a `ParseTask` by a result, a `PathTask` by a `FileRead` with one. */
interface Job {
  readonly task: ParseTask | PathTask;
  readonly done: PromiseWithResolvers<unknown>;
}

/** One file, or several quick ones. */
type Batch = readonly Job[];

interface Thread {
  readonly worker: Worker;
  /** What it reads now, and quick files that wait for it. */
  readonly batches: Batch[];
  /** Ends the watch over the time that its reading takes. */
  unwatch: () => void;
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

const cancelled = () => new AttacheError('cancelled', 'The import was stopped.');

/**
 * Reads files in threads that are ended when they take too long or grow too large, and started
 * again for the next file. `workerUrl` is the parser worker's entry, source or built.
 */
export function createParserPool(workerUrl: URL, options: ParserPoolOptions = {}): ParserPool {
  const { threads: size, timeLimit, resourceLimits } = { ...defaults, ...options };
  const threads = new Set<Thread>();
  const waiting: Job[] = [];
  const quick: Job[] = [];
  let closed = false;
  let inARow = 0;
  /** When a file was last asked for, or read in a thread. */
  let last = 0;

  /** A thread for a file of its own must be idle; quick ones may wait behind others. */
  const free = (most: number): Thread | undefined => {
    const idle = [...threads].find(({ batches }) => batches.length === 0);
    if (idle !== undefined || threads.size < size) return idle ?? start();
    return [...threads].find(({ batches }) => batches.length < most);
  };

  const next = () => {
    while (waiting.length > 0 || quick.length > 0) {
      const most = quick.length < mostTogether ? fewBatches : mostBatches;
      const thread = free(waiting.length > 0 ? 1 : most);
      if (thread === undefined) return;
      assign(thread, waiting.length > 0 ? waiting.splice(0, 1) : quick.splice(0, mostTogether));
    }
  };

  const end = (thread: Thread, error: AttacheError) => {
    if (!threads.delete(thread)) return;
    thread.unwatch();
    const [reading = [], ...behind] = thread.batches.splice(0);
    // Of several files one is to blame: each is read again by itself.
    if (reading.length > 1 && !closed) waiting.push(...reading);
    else for (const job of reading) job.done.reject(error);
    if (closed) for (const job of behind.flat()) job.done.reject(error);
    else quick.unshift(...behind.flat());
    void thread.worker.terminate();
    if (!closed) next();
  };

  const start = (): Thread => {
    const worker = new Worker(workerUrl, { resourceLimits });
    const thread: Thread = { worker, batches: [], unwatch: () => undefined };
    worker.on('message', (answers: readonly Answer[]) => {
      // The last answer of a thread that is being ended: its end is waited for, so it stays counted.
      if (!threads.has(thread)) return;
      const read = thread.batches.shift() ?? [];
      last = performance.now();
      watch(thread);
      next();
      for (const [index, job] of read.entries()) {
        const answer = answers[index];
        if (answer?.ok === true) job.done.resolve(answer.value);
        else if (answer !== undefined) job.done.reject(AttacheError.fromData(answer.error));
      }
    });
    const lost = (cause: unknown) =>
      end(thread, crashed(thread.batches[0]?.[0]?.task.name ?? '', cause));
    worker.on('error', lost);
    worker.on('exit', () => lost(null));
    threads.add(thread);
    return thread;
  };

  /** Gives what the thread reads now its time; lets the process end where it reads nothing. */
  const watch = (thread: Thread) => {
    thread.unwatch();
    const name = thread.batches[0]?.[0]?.task.name;
    if (name === undefined) {
      thread.worker.unref();
      return;
    }
    thread.worker.ref();
    thread.unwatch = limitProcessorTime(thread.worker, timeLimit, () =>
      end(thread, tooSlow(name, timeLimit)),
    );
  };

  const assign = (thread: Thread, batch: Batch) => {
    if (thread.batches.push(batch) === 1) watch(thread);
    thread.worker.postMessage(batch.map(({ task }) => task));
  };

  /** While a thread has something to read no time counts: storing a batch may take long. */
  const goesOn = () => {
    const isBusy = quick.length > 0 || [...threads].some(({ batches }) => batches.length > 0);
    return isBusy || performance.now() - last < pause;
  };
  /** Starting a thread costs more than reading a few quick files here. */
  const isLongImport = () => {
    inARow = goesOn() ? inARow + 1 : 1;
    last = performance.now();
    return threads.size > 0 || inARow > fewFiles;
  };

  const send = (task: ParseTask | PathTask, isQuickFile: boolean): Promise<unknown> => {
    const job: Job = { task, done: Promise.withResolvers() };
    (isQuickFile ? quick : waiting).push(job);
    // Quick files that come in one go are sent in one go.
    if (isQuickFile) queueMicrotask(next);
    else next();
    return job.done.promise;
  };

  const parsedAway = async (task: ParseTask, isQuickFile: boolean): Promise<ParseResult> =>
    unpack((await send(task, isQuickFile)) as PackedResult | ParseResult);

  const readAway = async (task: PathTask): Promise<FileRead> => {
    const read = (await send(task, true)) as FileRead & { result: PackedResult | ParseResult };
    return { ...read, result: unpack(read.result) };
  };

  return {
    parse(task) {
      const isSmall = task.bytes.length <= quickBytes;
      // A thread can be ended, so there the name is enough to go by.
      const isQuickFile = isSmall && isLongImport() && isQuickByName(task);
      if (isSmall && !isQuickFile && isQuick(task)) return parseFile(task);
      return parsedAway(task, isQuickFile);
    },
    parseAt(task, size) {
      const isLong = threads.size > 0 || (inARow >= fewFiles && goesOn());
      if (!isLong || size > smallFile || !isQuickByName(task)) return null;
      last = performance.now();
      return readAway(task);
    },
    async close() {
      closed = true;
      for (const job of [...waiting.splice(0), ...quick.splice(0)]) job.done.reject(cancelled());
      const workers = [...threads].map(({ worker }) => worker);
      for (const thread of threads) end(thread, cancelled());
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
