import type { Answer } from '../../shared/contract/answer.ts';
import { AttacheError, toErrorData } from '../../shared/contract/errors.ts';

/** Requests that wait for an answer with their number. */
export interface PendingCalls {
  /** Gives `send` a fresh number and resolves with the answer that comes back under it. */
  ask(send: (id: number) => void): Promise<unknown>;
  settle(id: number, answer: Answer): void;
  /** Rejects everything that waits, and everything asked from now on. */
  fail(error: AttacheError): void;
}

export function pendingCalls(): PendingCalls {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let lastId = 0;
  let failure: AttacheError | null = null;
  return {
    ask(send) {
      if (failure !== null) return Promise.reject(failure);
      const call = Promise.withResolvers<unknown>();
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
      if (answer.ok) call?.resolve(answer.value);
      else call?.reject(AttacheError.fromData(answer.error));
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

/** How `work` ended, as data that crosses a port. */
export async function answerOf(work: () => unknown): Promise<Answer> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: toErrorData(error) };
  }
}
