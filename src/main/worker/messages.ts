import type { Answer } from '../../shared/contract/answer.ts';
import type { ErrorData } from '../../shared/contract/errors.ts';
import type { LibraryEvent } from '../../shared/contract/events.ts';
import type { Settings } from '../../shared/contract/methods/settings.ts';

/** What the library's worker is started with. URLs are text because a URL cannot be cloned. */
export interface LibraryWorkerData {
  readonly dir: string;
  readonly resources: string;
  readonly parserWorkerUrl: string;
  readonly readOnly: boolean;
}

/** From the host to the library's worker. */
export type ToWorker =
  | { readonly type: 'call'; readonly id: number; readonly method: string; readonly input: unknown }
  /** The answer to this call is wanted no more: it need not be begun, or not finished. */
  | { readonly type: 'cancel'; readonly id: number }
  | { readonly type: 'settings'; readonly id: number; readonly answer: Answer }
  | { readonly type: 'close' };

/** From the library's worker to the host. */
export type FromWorker =
  | { readonly type: 'opened' }
  | { readonly type: 'refused'; readonly error: ErrorData }
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly type: 'event'; readonly event: LibraryEvent }
  /** Without `changes` the settings are only read. */
  | { readonly type: 'settings'; readonly id: number; readonly changes: Partial<Settings> | null };
