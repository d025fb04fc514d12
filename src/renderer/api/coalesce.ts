/**
 * Gathers values while `work` is busy: the first value starts it at once, those that come
 * meanwhile are worked on together afterwards. A flood of events costs one round at a time.
 */
export function coalesce<T>(
  work: (values: readonly T[]) => Promise<unknown>,
): (values: readonly T[]) => void {
  const waiting = new Set<T>();
  let busy = false;
  const run = async () => {
    if (busy) return;
    busy = true;
    while (waiting.size > 0) {
      const values = [...waiting];
      waiting.clear();
      await work(values).catch(() => undefined);
    }
    busy = false;
  };
  return (values) => {
    for (const value of values) waiting.add(value);
    void run();
  };
}
