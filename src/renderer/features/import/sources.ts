import type { ImportSource } from '../../../shared/model/import.ts';
import { base64 } from '../../api/base64.ts';
import { bridge } from '../../api/bridge.ts';

/** A file with the path it has inside what was dropped or chosen. */
export interface NamedFile {
  readonly name: string;
  readonly file: File;
}

/** What the loopback server takes in one call, as bytes before encoding. */
export const largestUpload = 180 * 1024 * 1024;

/** Sources of the contract: paths in the desktop app, bytes in a browser tab. */
export function toSources(files: readonly NamedFile[]): Promise<ImportSource[]> {
  return Promise.all(
    files.map(async ({ name, file }) => {
      const path = bridge === undefined ? null : await bridge.pathFor(file);
      return path === null ? { name, base64: await base64(file) } : { path };
    }),
  );
}
