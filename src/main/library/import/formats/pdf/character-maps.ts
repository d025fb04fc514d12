import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';

/** Where pdf.js keeps the character maps of East Asian fonts that are not in the file itself. */
const folder = join(
  dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
  'cmaps',
);

/** Gives pdf.js its own character maps from the disk, and nothing else. Its `BinaryDataFactory`. */
export class CharacterMaps {
  /** `filename` is that of a map. Rejects where there is none, or something else is asked for. */
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl') throw new Error(`Nothing of the kind ${kind} is needed to read text.`);
    return new Uint8Array(await readFile(join(folder, basename(filename))));
  }
}
