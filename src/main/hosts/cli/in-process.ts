import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { v7 as uuid } from 'uuid';
import type { Client } from '../../../shared/contract/client.ts';
import { AttacheError } from '../../../shared/contract/errors.ts';
import type { ErrorCode } from '../../../shared/model/error-code.ts';
import type { SettingsPort } from '../../library/context.ts';
import { openLibrary, type Library, type LibraryPorts } from '../../library/library.ts';
import { createParserPool } from '../../worker/parser-pool.ts';
import { clientOf } from '../client-of.ts';
import { settingsDir } from '../places.ts';
import type { ProgramFiles } from '../program-files.ts';

/** Few commands need settings, and reading them takes as long as many a command. */
function settingsWhenAsked(libraryDir: string): SettingsPort {
  let opened: Promise<SettingsPort> | undefined;
  const open = () =>
    (opened ??= import('../../settings/conf.ts').then(({ openConfSettings }) =>
      openConfSettings(settingsDir, libraryDir),
    ));
  return {
    get: async () => (await open()).get(),
    set: async (changes) => (await open()).set(changes),
  };
}

interface Opening {
  readonly dir: string;
  readonly files: ProgramFiles;
  readonly access: 'read' | 'write';
  /** Whether a library is made where there is none. */
  readonly make: boolean;
  readonly say: (text: string) => void;
}

/** What keeps a library from being written to, and not from being read. */
const readable = new Set<ErrorCode>(['library-locked', 'disk-full']);

/** An empty folder is a library to be; one that holds other things was hardly meant. */
function mustBeThere(dir: string): void {
  if (existsSync(dir) && !isFolderOfOthers(dir)) return;
  throw new AttacheError(
    'not-found',
    `There is no library in ${dir}. Name the folder of one with --library; "import" and "sample" make one.`,
  );
}

const isFolderOfOthers = (dir: string): boolean =>
  statSync(dir).isDirectory() &&
  !existsSync(join(dir, 'library.sqlite')) &&
  readdirSync(dir).length > 0;

/** Who only reads need not wait until the writer is done, nor until there is room on the disk. */
function open({ dir, access, make, say }: Opening, ports: LibraryPorts): Library {
  if (!make) mustBeThere(dir);
  try {
    return openLibrary(dir, ports);
  } catch (error) {
    const mayRead = error instanceof AttacheError && readable.has(error.code);
    if (!mayRead || access === 'write') throw error;
    say(
      error.code === 'disk-full'
        ? 'The disk is full. Reading what is saved.\n'
        : `${error.message.split('. ')[0]}. Reading what is saved.\n`,
    );
    return openLibrary(dir, ports, { readOnly: true });
  }
}

/**
 * Opens the library in this process for `work`, and closes it however that ends. To read, it is
 * opened without the writer's lock where another program holds that, or where the disk is full.
 */
export async function withLibrary<T>(
  opening: Opening,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const { files } = opening;
  const parse = createParserPool(files.parserWorker);
  try {
    const library = open(opening, {
      parse,
      settings: settingsWhenAsked(opening.dir),
      resources: fileURLToPath(files.resources),
      now: () => new Date(),
      newId: () => uuid(),
    });
    try {
      return await work(clientOf(library));
    } finally {
      await library.close();
    }
  } finally {
    await parse.close();
  }
}
