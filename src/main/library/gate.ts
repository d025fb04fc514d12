import { AttacheError } from '../../shared/contract/errors.ts';

/** How long work that must be alone waits for what runs, in ms. */
const longestWait = 5000;

/** What goes through: everything at once, until something must be alone. */
export interface Gate {
  /** Runs `work` as soon as nothing is alone. */
  pass<T>(work: () => T | Promise<T>): Promise<T>;
  /**
   * Runs `work` when all that passed is done but the caller, which passed itself; what comes
   * meanwhile waits. Rejects with `conflict` where something goes on for longer than a moment.
   */
  alone<T>(work: () => T | Promise<T>): Promise<T>;
}

export function createGate(): Gate {
  let running = 0;
  let shut: Promise<void> | null = null;
  let quiet: (() => void) | null = null;

  /** Resolves when nothing is alone, however often that comes in between. */
  const opened = async (): Promise<void> => {
    if (shut === null) return;
    await shut;
    await opened();
  };

  /** Resolves when only the caller is left; false where that takes too long. */
  const othersDone = async (): Promise<boolean> => {
    if (running <= 1) return true;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const timer = setTimeout(() => resolve(false), longestWait);
    quiet = () => resolve(true);
    const isQuiet = await promise;
    clearTimeout(timer);
    quiet = null;
    return isQuiet;
  };

  return {
    async pass(work) {
      if (shut !== null) await opened();
      running += 1;
      try {
        return await work();
      } finally {
        running -= 1;
        if (running <= 1) quiet?.();
      }
    },
    async alone(work) {
      const busy =
        'The library is busy with something else. Wait until it is done, then try again.';
      if (shut !== null) throw new AttacheError('conflict', busy);
      const open = Promise.withResolvers<void>();
      shut = open.promise;
      try {
        if (!(await othersDone())) throw new AttacheError('conflict', busy);
        return await work();
      } finally {
        shut = null;
        open.resolve();
      }
    },
  };
}
