import type { LibraryEvent } from '../../shared/contract/events.ts';
import type { Settings } from '../../shared/contract/methods/settings.ts';
import type { OriginalsLog } from './storage/originals/originals-log.ts';
import type { Background } from './background.ts';
import type { Commands } from './storage/commands.ts';
import type { Database } from './storage/database.ts';
import type { Journal } from './storage/journal.ts';

/** Settings live with the application, not in the library; from a worker they are a message away. */
export interface SettingsPort {
  get(): Promise<Settings>;
  set(changes: Partial<Settings>): Promise<Settings>;
}

/** What every room gets from the host. */
export interface ContextPorts {
  readonly settings: SettingsPort;
  /** The folder of bundled data: `sample-corpus/`, `csl/`. */
  readonly resources: string;
  readonly now: () => Date;
  /** A new UUID, best of version 7: one that sorts behind those before. */
  readonly newId: () => string;
}

/** What every room of the library works with. */
export interface LibraryContext extends ContextPorts {
  /** The library folder. */
  readonly dir: string;
  readonly db: Database;
  readonly commands: Commands;
  readonly journal: Journal;
  readonly readOnly: boolean;
  readonly background: Background;
  readonly originalsLog: OriginalsLog;
  readonly emit: (event: LibraryEvent) => void;
  /**
   * Closes the library, does `work` with its files, and opens it again, also where `work` failed.
   * Rejects with `conflict` while other calls go on.
   */
  readonly whileClosed: <T>(work: () => T) => Promise<T>;
}
