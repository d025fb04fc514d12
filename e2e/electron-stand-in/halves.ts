/**
 * Runs in the page twice, in its own world and in the preload script's: a half of the
 * contextBridge. The halves see the same DOM and nothing else of each other, so they talk by
 * synchronous events with a secret name. Functions and promises cross as numbers; everything
 * else is cloned by Chromium, with its limits. Must not name anything outside itself.
 */
export function half(me: string, other: string) {
  interface Message {
    readonly type: 'expose' | 'call' | 'return' | 'settle';
    readonly id: number;
    readonly key?: string;
    readonly failed?: boolean;
    readonly value: unknown;
  }
  const functions: ((...args: unknown[]) => unknown)[] = [];
  const known = new Map<unknown, number>();
  const replies = new Map<number, Message>();
  const promises = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;

  const post = (message: Message) =>
    globalThis.dispatchEvent(new CustomEvent(other, { detail: message }));
  const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));

  const pack = (value: unknown): unknown => {
    if (typeof value === 'function') {
      const id = known.get(value) ?? functions.push(value as () => unknown) - 1;
      known.set(value, id);
      return { $function: id };
    }
    if (value instanceof Promise) {
      const id = ++last;
      value.then(
        (result) => post({ type: 'settle', id, value: pack(result) }),
        (error: unknown) => post({ type: 'settle', id, failed: true, value: reason(error) }),
      );
      return { $promise: id };
    }
    if (Array.isArray(value)) return value.map(pack);
    if (value !== null && typeof value === 'object') {
      if (Object.getPrototypeOf(value) === Object.prototype) {
        return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, pack(item)]));
      }
      return structuredClone(value);
    }
    return structuredClone(value);
  };

  const remote =
    (id: number) =>
    (...args: unknown[]): unknown => {
      const call = ++last;
      post({ type: 'call', id: call, key: String(id), value: pack(args) });
      const reply = replies.get(call);
      replies.delete(call);
      if (reply === undefined) throw new Error('An object could not be cloned.');
      if (reply.failed === true) throw new Error(String(reply.value));
      return unpack(reply.value);
    };

  const unpack = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(unpack);
    if (value === null || typeof value !== 'object') return value;
    if (Object.getPrototypeOf(value) !== Object.prototype) return value;
    const marked = value as { $function?: number; $promise?: number };
    if (marked.$function !== undefined) return remote(marked.$function);
    if (marked.$promise !== undefined) {
      const promise = Promise.withResolvers<unknown>();
      promises.set(marked.$promise, promise);
      return promise.promise;
    }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unpack(item)]));
  };

  const answer = (message: Message): Message => {
    try {
      const call = functions[Number(message.key)];
      const result = call?.(...(unpack(message.value) as unknown[]));
      return { type: 'return', id: message.id, value: pack(result) };
    } catch (error) {
      return { type: 'return', id: message.id, failed: true, value: reason(error) };
    }
  };

  globalThis.addEventListener(me, (event) => {
    const message = (event as CustomEvent<Message>).detail;
    if (message.type === 'call') post(answer(message));
    else if (message.type === 'return') replies.set(message.id, message);
    else if (message.type === 'settle') {
      const promise = promises.get(message.id);
      promises.delete(message.id);
      if (message.failed === true) promise?.reject(new Error(String(message.value)));
      else promise?.resolve(unpack(message.value));
    } else {
      Object.defineProperty(globalThis, message.key ?? '', {
        value: Object.freeze(unpack(message.value)),
        enumerable: true,
      });
    }
  });

  return {
    exposeInMainWorld: (key: string, api: unknown) =>
      post({ type: 'expose', id: 0, key, value: pack(api) }),
  };
}
