import type { Worker } from 'node:worker_threads';

/** The share of the limit after which the time used so far is asked for the first time. */
const firstLook = 0.05;
/** So many limits may pass by the clock before a thread is stopped that has not used up its own. */
const mostPatience = 6;
/** A thread that uses less of the processor than this share waits for what never comes. */
const leastWork = 0.02;

/** Milliseconds of processor time a thread has used; told also of one that is busy. */
async function processorTime(worker: Worker): Promise<number> {
  try {
    const { user, system } = await worker.cpuUsage();
    return (user + system) / 1000;
  } catch {
    return 0; // It has ended, and whoever started it knows.
  }
}

/**
 * Calls `over` once a thread has used `limit` ms of processor time from now on, or does nothing for
 * that long. Where other programs keep the processor busy that is later by the clock, at most six
 * times. Answers what ends the watch; for what is done soon nothing is asked of the thread.
 */
export function limitProcessorTime(worker: Worker, limit: number, over: () => void): () => void {
  const began = performance.now();
  let timer: NodeJS.Timeout | undefined;
  let ended = false;
  let first = 0;
  let [before, asked] = [0, began];
  const after = (delay: number, work: () => Promise<void>) => {
    if (!ended) timer = setTimeout(() => void work(), delay);
  };
  const check = async () => {
    const used = (await processorTime(worker)) - first;
    if (ended) return;
    const now = performance.now();
    const isIdle = used - before < (now - asked) * leastWork;
    const left = limit * (1 - firstLook) - used;
    if (left <= 0 || isIdle || now - began > limit * mostPatience) {
      over();
      return;
    }
    [before, asked] = [used, now];
    after(Math.max(left, limit * firstLook), check);
  };
  after(limit * firstLook, async () => {
    first = await processorTime(worker);
    asked = performance.now();
    after(limit * (1 - firstLook), check);
  });
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
