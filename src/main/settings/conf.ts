import Conf from 'conf';
import { join } from 'node:path';
import type { SettingsPort } from '../library/context.ts';
import { moveAsideIfBroken } from './broken-file.ts';
import { settingsIn } from './settings.ts';

/** Settings in `dir/settings.json`, without Electron, for the library in `libraryDir`. */
export function openConfSettings(dir: string, libraryDir: string): SettingsPort {
  moveAsideIfBroken(join(dir, 'settings.json'));
  const file = new Conf({ cwd: dir, configName: 'settings', projectVersion: '0' });
  return settingsIn(file, libraryDir);
}
