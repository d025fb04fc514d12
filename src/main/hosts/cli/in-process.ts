import { fileURLToPath } from 'node:url';
import type { Client } from '../../../shared/contract/client.ts';
import type { SettingsPort } from '../../library/context.ts';
import { openLibrary } from '../../library/library.ts';
import { createParserPool } from '../../worker/parser-pool.ts';
import { clientOf } from '../client-of.ts';
import { settingsDir } from '../places.ts';
import type { ProgramFiles } from '../program-files.ts';

/** Few commands need settings, and reading them takes as long as many a command. */
function settingsWhenAsked(): SettingsPort {
  let opened: Promise<SettingsPort> | undefined;
  const open = () =>
    (opened ??= import('../../settings/conf.ts').then(({ openConfSettings }) =>
      openConfSettings(settingsDir),
    ));
  return {
    get: async () => (await open()).get(),
    set: async (changes) => (await open()).set(changes),
  };
}

/** Opens the library of `dir` in this process for `work`, and closes it however that ends. */
export async function withLibrary<T>(
  dir: string,
  files: ProgramFiles,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const parse = createParserPool(files.parserWorker);
  const library = openLibrary(dir, {
    parse,
    settings: settingsWhenAsked(),
    resources: fileURLToPath(files.resources),
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
  });
  try {
    return await work(clientOf(library));
  } finally {
    await library.close();
    await parse.close();
  }
}
