import type { Bridge } from '../../shared/contract/bridge.ts';
import type { Transport } from './transport.ts';

/** The desktop app: a signal does not cross its bridge, the number of a call does. */
export function bridgeTransport(bridge: Bridge<File>): Transport {
  let last = 0;
  return {
    async call(method, input, signal) {
      if (signal === undefined) return bridge.call(method, input);
      const id = ++last;
      const cancel = () => bridge.cancel(id);
      signal.addEventListener('abort', cancel);
      try {
        return await bridge.call(method, input, id);
      } finally {
        signal.removeEventListener('abort', cancel);
      }
    },
    on: bridge.on,
  };
}
