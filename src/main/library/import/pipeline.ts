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
  readonly tell: (batch: Batch, stored: Stored) => void;
}

/** A promise whose rejection waits until somebody asks. */
function later<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/**
 * Stores batches in their order without waiting for the disk in between: one is stored while the
 * disk takes the originals of the next one and the transaction of the one before.
 */
export class Pipeline<Batch, Stored> {
  readonly #stages: Stages<Batch, Stored>;
  #held: { readonly batch: Batch; readonly kept: Promise<void> } | null = null;
  #telling = Promise.resolve();

  constructor(stages: Stages<Batch, Stored>) {
    this.#stages = stages;
  }

  /** Begins to keep a batch and stores the one before. Rejects as `keep` of that one, `store` and `flush` do. */
  async push(batch: Batch): Promise<void> {
    const due = this.#held;
    const kept = later(this.#keepAfter(due?.kept, batch));
    this.#held = { batch, kept };
    if (due !== null) await this.#store(due);
  }

  /** Stores what was pushed last, and resolves when all is on the disk. Rejects as `push`. */
  async drain(): Promise<void> {
    const due = this.#held;
    this.#held = null;
    if (due !== null) await this.#store(due);
    await this.#telling;
  }

  async #keepAfter(earlier: Promise<void> | undefined, batch: Batch): Promise<void> {
    await earlier?.catch(() => undefined);
    await this.#stages.keep(batch);
  }

  async #store({ batch, kept }: { batch: Batch; kept: Promise<void> }): Promise<void> {
    // What the next batch asks of the disk is on its way before this thread is busy.
    await nextTurn();
    const stored = await this.#stages.store(batch, kept);
    const flushed = later(this.#stages.flush());
    await this.#telling;
    this.#telling = later(this.#tell(flushed, batch, stored));
  }

  async #tell(flushed: Promise<void>, batch: Batch, stored: Stored): Promise<void> {
    await flushed;
    this.#stages.tell(batch, stored);
  }
}
