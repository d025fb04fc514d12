import envPaths from 'env-paths';
import { join } from 'node:path';

const paths = envPaths('Attache', { suffix: '' });

/** The library opened where none is named. */
export const defaultLibraryDir = join(paths.data, 'Library');

/** The folder of `settings.json` outside Electron. `ATTACHE_SETTINGS_DIR` names another one. */
export const settingsDir = process.env['ATTACHE_SETTINGS_DIR'] ?? paths.config;

/** Where Node keeps compiled code between two runs. */
export const codeCacheDir = join(paths.cache, 'code');
