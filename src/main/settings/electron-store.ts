import Store from 'electron-store';
import { join } from 'node:path';
import { moveAsideIfBroken } from './broken-file.ts';
import type { SettingsFile } from './settings.ts';

/**
 * The desktop app's `dir/settings.json`: settings through `settingsIn(file, libraryDir)`, and other
 * application state (the window) under keys of its own.
 */
export function openElectronStore(dir: string): SettingsFile {
  moveAsideIfBroken(join(dir, 'settings.json'));
  return new Store({ cwd: dir, name: 'settings' });
}
