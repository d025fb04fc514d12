import type { ImportSource } from '../../../shared/model/import.ts';
import { bridge } from '../../api/bridge.ts';

/** A file with the path it has inside what was dropped or chosen. */
export interface NamedFile {
  readonly name: string;
  readonly file: File;
}

/** What the loopback server takes in one call, as bytes before encoding. */
export const largestUpload = 180 * 1024 * 1024;

/** The bytes of a file as base64; rejects where it cannot be read. */
function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const url = typeof reader.result === 'string' ? reader.result : '';
      resolve(url.slice(url.indexOf(',') + 1));
    });
    reader.addEventListener('error', () =>
      reject(reader.error ?? new Error(`${file.name} could not be read.`)),
    );
    reader.readAsDataURL(file);
  });
}

/** Sources of the contract: paths in the desktop app, bytes in a browser tab. */
export function toSources(files: readonly NamedFile[]): Promise<ImportSource[]> {
  return Promise.all(
    files.map(async ({ name, file }) => {
      const path = bridge === undefined ? null : await bridge.pathFor(file);
      return path === null ? { name, base64: await base64(file) } : { path };
    }),
  );
}
