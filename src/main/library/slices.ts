import { AttacheError } from '../../shared/contract/errors.ts';
import type { CallSignal } from '../../shared/contract/methods.ts';

/** Lets others have the thread where the work has held it for a while. */
export type Pause = () => Promise<void>;

/** How long a work holds the thread at most before it looks up, in ms. */
const hold = 10;

/**
 * The pauses of one work that is done in slices: SQLite cannot be interrupted inside a statement.
 * A pause rejects with `cancelled` once `signal` is aborted. Quick works never pause.
 */
export function slices(signal?: CallSignal): Pause {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < hold) return;
    await new Promise((resolve) => setImmediate(resolve));
    if (signal?.aborted === true) {
      throw new AttacheError('cancelled', 'This was asked for no longer, so it was not finished.');
    }
    since = performance.now();
  };
}
