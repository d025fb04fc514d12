import { toErrorData } from '../../shared/contract/errors.ts';
import type { LibraryEvent, Topic, Work } from '../../shared/contract/events.ts';
import { asAttacheError } from './storage/failure.ts';

/** How often listeners are told that something changed while a long work runs, in ms. */
const tellEvery = 2000;

/** How long a question counts as the last one, in ms: as a person goes on typing. */
const askedFor = 1000;

export interface BackgroundWork {
  readonly work: Work;
  /** How much is left to do; 0 ends the work. */
  readonly left: () => number;
  /** What it changes: listeners are told every two seconds and at its end. */
  readonly topics: readonly Topic[];
  /** Does a small part of it, well under a tenth of a second. */
  readonly step: () => void;
}

/** Work that nobody waits for, done in small steps between the calls. */
export interface Background {
  /** Starts a work that is not running yet. */
  start(work: BackgroundWork): void;
  /**
   * Does `step`, again and again until it answers `false`, once `ms` have passed since this was
   * last called with it: work that is of no use while more of the same keeps coming.
   */
  afterRest(ms: number, step: () => boolean): void;
  /** Says that somebody is waiting for an answer of the library. */
  asked(): void;
  /** True where somebody has asked in the last second: works then hold the thread but shortly. */
  isAsked(): boolean;
  /** Ends all works after the step they are in. */
  stop(): void;
}

export function createBackground(emit: (event: LibraryEvent) => void): Background {
  const running = new Map<Work, NodeJS.Immediate>();
  const resting = new Map<() => boolean, NodeJS.Timeout>();
  let lastAsked = -Infinity;

  const complain = (error: unknown) => {
    const { code, message } = toErrorData(asAttacheError(error));
    emit({ type: 'notice', code, message });
  };

  function rest(ms: number, step: () => boolean): void {
    clearTimeout(resting.get(step));
    const timer = setTimeout(() => {
      try {
        if (step()) rest(0, step);
        else resting.delete(step);
      } catch (error) {
        resting.delete(step);
        complain(error);
      }
    }, ms);
    resting.set(step, timer.unref());
  }

  function run(entry: BackgroundWork, total: number, told: number): void {
    const { work, topics, left, step } = entry;
    running.set(
      work,
      setImmediate(() => {
        try {
          const now = Date.now();
          const isDue = now - told >= tellEvery;
          step();
          const remaining = left();
          const ends = remaining === 0;
          if (ends) running.delete(work);
          if (ends || isDue) {
            if (topics.length > 0) emit({ type: 'changed', topics: [...topics] });
            const all = Math.max(total, remaining);
            emit({ type: 'work.progress', work, done: all - remaining, total: all });
          }
          if (!ends) run(entry, Math.max(total, remaining), isDue ? now : told);
        } catch (error) {
          running.delete(work);
          complain(error);
        }
      }),
    );
  }

  return {
    start(entry) {
      if (running.has(entry.work)) return;
      const total = entry.left();
      if (total > 0) run(entry, total, Date.now());
    },
    afterRest: rest,
    asked() {
      lastAsked = performance.now();
    },
    isAsked: () => performance.now() - lastAsked < askedFor,
    stop() {
      for (const timer of resting.values()) clearTimeout(timer);
      resting.clear();
      for (const immediate of running.values()) clearImmediate(immediate);
      running.clear();
    },
  };
}
