/** A call on its way into the library. */
export interface WaitingCall {
  readonly id: number;
  readonly method: string;
  readonly input: unknown;
}

export interface CallQueue {
  add(call: WaitingCall): void;
  /** True where the call had not begun: it never will. */
  cancel(id: number): boolean;
  /** Begins everything that waits, now. */
  flush(): void;
}

/**
 * Begins one call in each turn of the event loop, in their order. In between the thread hears
 * what was cancelled, so that of many keystrokes' searches only those still wanted are made.
 */
export function callQueue(begin: (call: WaitingCall) => void): CallQueue {
  const waiting = new Map<number, WaitingCall>();
  let scheduled = false;
  const schedule = () => {
    if (scheduled || waiting.size === 0) return;
    scheduled = true;
    setImmediate(turn);
  };
  const beginNext = () => {
    const [next] = waiting.values();
    if (next === undefined) return;
    waiting.delete(next.id);
    begin(next);
  };
  const turn = () => {
    scheduled = false;
    beginNext();
    schedule();
  };
  return {
    add(call) {
      waiting.set(call.id, call);
      schedule();
    },
    cancel: (id) => waiting.delete(id),
    flush() {
      while (waiting.size > 0) beginNext();
    },
  };
}
