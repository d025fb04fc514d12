import { extname } from 'node:path';

/** Where the parts of the program lie. */
export interface ProgramFiles {
  readonly libraryWorker: URL;
  readonly parserWorker: URL;
  /** Folder of bundled data. */
  readonly resources: URL;
  /** Folder of the built page. */
  readonly renderer: URL;
}

/**
 * The parts as seen from an entry file: `import.meta.url` of a file in `src/main` (`.ts`) or of
 * its twin in `out/main` (`.js`).
 */
export function programFiles(entry: string): ProgramFiles {
  const beside = (name: string) => new URL(`./${name}${extname(new URL(entry).pathname)}`, entry);
  return {
    libraryWorker: beside('library-worker'),
    parserWorker: beside('parser-worker'),
    resources: new URL('../../resources/', entry),
    renderer: new URL('../../out/renderer/', entry),
  };
}
