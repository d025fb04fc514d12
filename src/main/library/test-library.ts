import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { v7 as uuid } from 'uuid';
import { defaultSettings, type Settings } from '../../shared/contract/methods/settings.ts';
import type { Input, Method, Output } from '../../shared/contract/methods.ts';
import { openLibrary, type EntryMade, type LibraryPorts } from './library.ts';
import type { ParsePort } from './import/parse-port.ts';

const readsNothing: ParsePort = {
  parse: ({ name }) => Promise.reject(new Error(`This test reads no files, and not "${name}".`)),
};

/** Ports for tests: settings in memory, files read as given or not at all. */
export function testPorts(parse: ParsePort = readsNothing): LibraryPorts {
  let settings: Settings = defaultSettings;
  return {
    parse,
    settings: {
      get: async () => settings,
      set: async (changes) => (settings = { ...settings, ...changes }),
    },
    resources: resolve(import.meta.dirname, '../../../resources'),
    now: () => new Date(),
    newId: () => uuid(),
  };
}

/**
 * A real library in a temporary folder, empty or a copy of the closed library in the folder `of`;
 * `dispose` closes and removes it.
 */
export function testLibrary(parse: ParsePort = readsNothing, of?: string) {
  const dir = mkdtempSync(join(tmpdir(), 'attache-test-'));
  if (of !== undefined) cpSync(of, dir, { recursive: true });
  const ports = testPorts(parse);
  let library = openLibrary(dir, ports);
  return {
    dir,
    call: <M extends Method>(method: M, input: Input<M>, made?: EntryMade) =>
      library.call(method, input, undefined, made) as Promise<Output<M>>,
    on: (listener: Parameters<typeof library.on>[0]) => library.on(listener),
    /** Closes and opens again, as a restart does. */
    async reopen() {
      await library.close();
      library = openLibrary(dir, ports);
    },
    /** Closes, lets `fill` make another library in the emptied folder, and opens that. */
    async replace(fill: (dir: string) => Promise<void>) {
      await library.close();
      rmSync(dir, { recursive: true, force: true });
      await fill(dir);
      library = openLibrary(dir, ports);
    },
    async dispose() {
      await library.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
