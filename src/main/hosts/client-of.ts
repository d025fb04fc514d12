import type { Call, Client } from '../../shared/contract/client.ts';
import type { Library } from '../library/library.ts';

/** The library as a typed client; its handlers are typed by the same table. */
export function clientOf(library: Library): Client {
  const call = (method: string, input: unknown) => library.call(method, input);
  return { call: call as Call, on: (listener) => library.on(listener) };
}
