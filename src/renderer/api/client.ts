import type { Client } from '../../shared/contract/client.ts';
import { AttacheError } from '../../shared/contract/errors.ts';
import type { Output } from '../../shared/contract/methods.ts';
import { bridge } from './bridge.ts';
import { httpTransport } from './http-transport.ts';
import type { Transport } from './transport.ts';

export const transport: Transport = bridge ?? httpTransport;

/** The library. Calls reject with an `AttacheError`. */
export const client: Client = {
  async call(method, input) {
    const answer = await transport.call(method, input);
    if (!answer.ok) throw AttacheError.fromData(answer.error);
    return answer.value as Output<typeof method>;
  },
  on: (listener) => transport.on(listener, () => undefined),
};
