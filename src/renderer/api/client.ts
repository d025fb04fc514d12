import type { Client } from '../../shared/contract/client.ts';
import { AttacheError } from '../../shared/contract/errors.ts';
import type { LibraryEvent } from '../../shared/contract/events.ts';
import { methods, type Input, type Method, type Output } from '../../shared/contract/methods.ts';
import { bridge } from './bridge.ts';
import { bridgeTransport } from './bridge-transport.ts';
import { httpTransport } from './http-transport.ts';
import type { Transport } from './transport.ts';

const transport: Transport = bridge === undefined ? httpTransport : bridgeTransport(bridge);
const listeners = new Set<(event: LibraryEvent) => void>();

/** The entry of the history that this page's last command made; undefined where it made none. */
let entry: number | undefined;

/**
 * The same, to be asked for as soon as the command is answered: another window's commands are never
 * taken for it.
 */
export const lastEntry = (): number | undefined => entry;

/** Asks and rejects as `client.call` does; once `signal` is aborted, nobody waits for the answer. */
export async function ask<M extends Method>(
  method: M,
  input: Input<M>,
  signal?: AbortSignal,
): Promise<Output<M>> {
  const answer = await transport.call(method, input, signal);
  if (!answer.ok) throw AttacheError.fromData(answer.error);
  if (methods[method].kind === 'command') entry = answer.entry;
  return answer.value as Output<M>;
}

/** The library. Calls reject with an `AttacheError`. */
export const client: Client = {
  call: (method, input) => ask(method, input),
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
