import type { Answer } from './answer.ts';
import type { LibraryEvent } from './events.ts';

/** The one channel on which the page's preload script asks, and the one on which it is told. */
export const askChannel = 'attache:call';
export const tellChannel = 'attache:event';

/** What the application menu can ask of the page. */
export const menuCommands = [
  'import',
  'new-note',
  'new-briefing',
  'export',
  'search',
  'undo',
  'redo',
  'shortcuts',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

/**
 * What the desktop app gives its page as `window.attache`; absent in a browser tab.
 * `F` is the DOM's `File`, which `shared` does not know.
 */
export interface Bridge<F = unknown> {
  /** Never rejects: a refused call is an answer with `ok: false`. `id` is for `cancel`. */
  readonly call: (method: string, input: unknown, id?: number) => Promise<Answer>;
  /** The answer to that call is wanted no more; one that has not begun is `cancelled`. */
  readonly cancel: (id: number) => void;
  /** Calls `listener` for every library event; answers with the function that stops it. */
  readonly on: (listener: (event: LibraryEvent) => void) => () => void;
  /** Asks the person; the paths may then stand in `import.*` inputs. Empty when dismissed. */
  readonly pickFiles: (what: 'files' | 'folder') => Promise<string[]>;
  /** Asks where to save; the path may then stand in an `export.*` input. Null when dismissed. */
  readonly savePath: (suggestedName: string) => Promise<string | null>;
  /** Shows a file that was saved in the system's file manager. Rejects for any other path. */
  readonly showInFolder: (path: string) => Promise<void>;
  /** The path of a file the person dropped or picked, now allowed as an input; null without one. */
  readonly pathFor: (file: F) => Promise<string | null>;
  /** Calls `listener` when an item of the application menu is chosen. */
  readonly onMenu: (listener: (command: MenuCommand) => void) => () => void;
  /** Calls `listener` with files opened from outside, now allowed as inputs: those that waited first. */
  readonly onOpen: (listener: (paths: readonly string[]) => void) => () => void;
  /** `save` runs before the window closes, which waits for it for a few seconds. */
  readonly beforeClose: (save: () => Promise<void>) => () => void;
}
