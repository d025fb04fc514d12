import { setImmediate as nextTurn } from 'node:timers/promises';

/** What is done with a batch, one after the other. */
export interface Stages<Batch, Stored> {
  /** Has its originals on the disk. */
  readonly keep: (batch: Batch) => Promise<void>;
  /** Stores it, awaiting `kept`; nothing is known of the disk when it resolves. */
  readonly store: (batch: Batch, kept: Promise<void>) => Promise<Stored>;
  /** Resolves once all that was stored is on the disk. */
  readonly flush: () => Promise<void>;
  /** Tells of a batch that will not be lost. */
  readonly tell: (stored: Stored) => void;
}

/** A promise whose rejection waits until somebody asks. */
function later<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/** So many batches the disk may have before it and behind it: one that is slow at times then holds up nobody. */
const ahead = 2;

/**
 * Stores batches in their order without waiting for the disk in between: one is stored while the
 * disk takes the originals of the next ones and the transactions of those before.
 */
export class Pipeline<Batch, Stored> {
  readonly #stages: Stages<Batch, Stored>;
  #keeping = Promise.resolve();
  readonly #storing: Promise<void>[] = [];
  readonly #telling: Promise<void>[] = [];

  constructor(stages: Stages<Batch, Stored>) {
    this.#stages = stages;
  }

  /**
   * Begins to keep a batch, which is stored as soon as it is kept and those before are stored. Waits
   * while too many are on their way. Rejects as `store` and `flush` of an earlier one do.
   */
  async push(batch: Batch): Promise<void> {
    const kept = later(this.#keepAfter(this.#keeping, batch));
    this.#keeping = kept;
    this.#storing.push(later(this.#storeAfter(this.#storing.at(-1), batch, kept)));
    if (this.#storing.length > ahead) await this.#storing.shift();
  }

  /** Resolves when all that was pushed is stored and on the disk. Rejects as `push`. */
  async drain(): Promise<void> {
    await this.#storing.at(-1);
    await this.#telling.at(-1);
  }

  /** Resolves when nothing is on its way any more, however that ended. */
  async rest(): Promise<void> {
    await Promise.allSettled(this.#storing);
    await Promise.allSettled(this.#telling);
  }

  async #keepAfter(earlier: Promise<void>, batch: Batch): Promise<void> {
    await earlier.catch(() => undefined);
    await this.#stages.keep(batch);
  }

  async #storeAfter(
    earlier: Promise<void> | undefined,
    batch: Batch,
    kept: Promise<void>,
  ): Promise<void> {
    await earlier;
    await kept.catch(() => undefined);
    // What the next batch asks of the disk is on its way before this thread is busy.
    await nextTurn();
    const stored = await this.#stages.store(batch, kept);
    const flushed = later(this.#stages.flush());
    this.#telling.push(later(this.#tellAfter(this.#telling.at(-1), flushed, stored)));
    if (this.#telling.length > ahead) await this.#telling.shift();
  }

  async #tellAfter(
    earlier: Promise<void> | undefined,
    flushed: Promise<void>,
    stored: Stored,
  ): Promise<void> {
    await earlier;
    await flushed;
    this.#stages.tell(stored);
  }
}
