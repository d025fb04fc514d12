/** Imports and previews one at a time: a second one waits for the first. */
export interface Turns {
  /** Does `work` when those before it have ended, however that was. Its signal is aborted by `stop`. */
  take<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Asks the work that is under way to stop; false where there is none. */
  stop(): boolean;
}

export function createTurns(): Turns {
  let running: AbortController | null = null;
  let last: Promise<unknown> = Promise.resolve();
  return {
    take(work) {
      const turn = last.then(async () => {
        running = new AbortController();
        try {
          return await work(running.signal);
        } finally {
          running = null;
        }
      });
      last = turn.catch(() => undefined);
      return turn;
    },
    stop() {
      running?.abort();
      return running !== null;
    },
  };
}
