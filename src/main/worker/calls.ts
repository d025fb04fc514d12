import type { Answer } from '../../shared/contract/answer.ts';
import { AttacheError, toErrorData } from '../../shared/contract/errors.ts';
import type { EntryMade } from '../library/library.ts';

/** Requests that wait for an answer with their number. */
export interface PendingCalls {
  /**
   * Gives `send` a fresh number and resolves with the answer that comes back under it; `made` is
   * told the entry of the history that comes with it.
   */
  ask(send: (id: number) => void, made?: EntryMade): Promise<unknown>;
  settle(id: number, answer: Answer): void;
  /** Rejects everything that waits, and everything asked from now on. */
  fail(error: AttacheError): void;
}

interface Waiting extends PromiseWithResolvers<unknown> {
  readonly made: EntryMade | undefined;
}

export function pendingCalls(): PendingCalls {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let failure: AttacheError | null = null;
  return {
    ask(send, made) {
      if (failure !== null) return Promise.reject(failure);
      const call = { ...Promise.withResolvers<unknown>(), made };
      const id = ++lastId;
      waiting.set(id, call);
      try {
        send(id);
      } catch (error) {
        waiting.delete(id);
        call.reject(error);
      }
      return call.promise;
    },
    settle(id, answer) {
      const call = waiting.get(id);
      waiting.delete(id);
      if (!answer.ok) {
        call?.reject(AttacheError.fromData(answer.error));
        return;
      }
      if (answer.entry !== undefined) call?.made?.(answer.entry);
      call?.resolve(answer.value);
    },
    fail(error) {
      failure = error;
      for (const call of waiting.values()) call.reject(error);
      waiting.clear();
    },
  };
}

/** The answer to a call that was cancelled before it was begun. */
export const notBegun = new AttacheError(
  'cancelled',
  'This was asked for no longer, so it was not done.',
).toData();

/**
 * How `work` ended, as data that crosses a wire. It may say which entry of the history it made; the
 * last one counts.
 */
export async function answerOf(work: (made: EntryMade) => unknown): Promise<Answer> {
  let entry: number | undefined;
  try {
    const value = await work((id) => (entry = id));
    return entry === undefined ? { ok: true, value } : { ok: true, value, entry };
  } catch (error) {
    return { ok: false, error: toErrorData(error) };
  }
}
