import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What the command line of the desktop app may say. */
export interface LaunchOptions {
  /** Absolute path of the library folder; null for the usual one. */
  readonly library: string | null;
  /** Absolute path for settings and session data; null for the usual one. */
  readonly userData: string | null;
  /** Open the library without the writer's lock. */
  readonly readOnly: boolean;
  /** Words that are no options: files and folders to open. */
  readonly words: readonly string[];
  /** Check what can only be checked inside the packaged app, then exit. */
  readonly selfTest: boolean;
}

/** Reads the arguments after the program's name, passing over Chromium's own switches. */
export function launchOptions(args: readonly string[]): LaunchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: {
      library: { type: 'string' },
      'user-data-dir': { type: 'string' },
      'read-only': { type: 'boolean' },
      'self-test': { type: 'boolean' },
    },
  });
  const folder = (value: string | boolean | undefined) =>
    typeof value === 'string' && value !== '' ? resolve(value) : null;
  return {
    library: folder(values.library),
    userData: folder(values['user-data-dir']),
    readOnly: values['read-only'] === true,
    words: positionals,
    selfTest: values['self-test'] === true,
  };
}
