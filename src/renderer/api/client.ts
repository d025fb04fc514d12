import type { Client } from '../../shared/contract/client.ts';
import { AttacheError } from '../../shared/contract/errors.ts';
import type { LibraryEvent } from '../../shared/contract/events.ts';
import type { Output } from '../../shared/contract/methods.ts';
import { bridge } from './bridge.ts';
import { httpTransport } from './http-transport.ts';
import type { Transport } from './transport.ts';

const transport: Transport = bridge ?? httpTransport;
const listeners = new Set<(event: LibraryEvent) => void>();

/** The library. Calls reject with an `AttacheError`. */
export const client: Client = {
  async call(method, input) {
    const answer = await transport.call(method, input);
    if (!answer.ok) throw AttacheError.fromData(answer.error);
    return answer.value as Output<typeof method>;
  },
  on(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/**
 * Opens the page's one connection for events; answers with the function that closes it.
 * `missed` runs when events may have been lost.
 */
export const connect = (missed: () => void): (() => void) =>
  transport.on((event) => {
    for (const listener of listeners) listener(event);
  }, missed);
