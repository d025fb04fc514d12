import type { LibraryEvent } from './events.ts';
import type { Input, Method, Output } from './methods.ts';

/**
 * The library as every caller sees it. Rejects with an `AttacheError`.
 * `Output` has been produced by the library and is plain JSON.
 */
export type Call = <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>;

export interface Client {
  readonly call: Call;
  /** Calls `listener` for every event; answers with the function that stops it. */
  readonly on: (listener: (event: LibraryEvent) => void) => () => void;
}
