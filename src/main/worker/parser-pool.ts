import { AttacheError } from '../../shared/contract/errors.ts';
import type { ParsePort } from '../library/import/parse-port.ts';

export interface ParserPool extends ParsePort {
  /** Ends every thread of the pool. */
  close(): Promise<void>;
}

export function createParserPool(_workerUrl: URL): ParserPool {
  return {
    parse() {
      return Promise.reject(
        new AttacheError(
          'not-available-yet',
          'Import is not available in this version of Attache.',
        ),
      );
    },
    async close() {},
  };
}
