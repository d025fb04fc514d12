import type { Answer } from '../../shared/contract/answer.ts';
import type { LibraryEvent } from '../../shared/contract/events.ts';

/** How calls and events reach the library from this page. */
export interface Transport {
  /**
   * Never rejects: a call that fails on its way, or is aborted, is an answer with `ok: false` too.
   */
  readonly call: (method: string, input: unknown, signal?: AbortSignal) => Promise<Answer>;
  /** `missed` runs when the connection came back, and events may have been lost in between. */
  readonly on: (listener: (event: LibraryEvent) => void, missed: () => void) => () => void;
}
