import { OriginalsLog } from './storage/originals/originals-log.ts';
import { createBackground } from './background.ts';
import type { ContextPorts, LibraryContext } from './context.ts';
import { openStorage } from './storage/open.ts';

export interface OpenedContext extends LibraryContext {
  /** Closes the storage, and nothing else. */
  close(): void;
}

interface OpenOptions extends Pick<LibraryContext, 'emit'> {
  readonly readOnly?: boolean;
  /** Told the id of every entry of the history, in the call that made it. */
  readonly made?: (entry: number) => void;
  /** Without it the library cannot be closed from within. */
  readonly whileClosed?: LibraryContext['whileClosed'];
}

const staysOpen = () => Promise.reject(new Error('This library stays open.'));

/**
 * Opens the storage in `dir` and puts together what the rooms of the library work with.
 * Throws `library-locked`, `library-newer`, `library-damaged` or `not-a-library`.
 */
export function openContext(dir: string, ports: ContextPorts, options: OpenOptions): OpenedContext {
  const { emit, whileClosed = staysOpen } = options;
  return {
    ...ports,
    ...openStorage(dir, { ...options, now: ports.now }),
    dir,
    background: createBackground(emit),
    originalsLog: new OriginalsLog(dir),
    emit,
    whileClosed,
  };
}
