import { fileURLToPath } from 'node:url';
import { openConfSettings } from '../../settings/conf.ts';
import { keepLibrary } from '../../worker/keep-library.ts';
import { settingsDir } from '../places.ts';
import type { ProgramFiles } from '../program-files.ts';
import { startWebHost } from './web-host.ts';

export interface ServeOptions {
  readonly dir: string;
  readonly port: number;
  /** Beside a program that has the library open for writing. */
  readonly readOnly: boolean;
  readonly files: ProgramFiles;
}

/** The system's signals, or the end of the process that started this one with a channel. */
const stopSignal = () =>
  new Promise<void>((resolve) => {
    for (const event of ['SIGINT', 'SIGTERM', 'disconnect']) process.once(event, () => resolve());
    process.channel?.unref();
  });

/** Serves the library of `dir` until it is told to stop, then closes it. */
export async function serve({ dir, port, readOnly, files }: ServeOptions): Promise<void> {
  const stop = stopSignal();
  const library = await keepLibrary({
    dir,
    readOnly,
    resources: files.resources,
    settings: openConfSettings(settingsDir, dir),
    workerUrl: files.libraryWorker,
    parserWorkerUrl: files.parserWorker,
  });
  try {
    const host = await startWebHost({ library, renderer: fileURLToPath(files.renderer), port });
    process.stdout.write(`Attache is ready: ${host.url}\n`);
    await stop;
    await host.close();
  } finally {
    await library.close();
  }
}
