import { AttacheError } from '../../../shared/contract/errors.ts';
import type { Parsed } from '../../../shared/contract/methods.ts';
import { fileName } from '../../../shared/text/file-name.ts';
import { toCsv } from './csv.ts';
import type { ExportedFile } from './deliver.ts';

/** How the pictures begin: the signature of PNG (ISO/IEC 15948), the root element of SVG. */
const beginnings: Readonly<Record<'svg' | 'png', Buffer>> = {
  png: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  svg: Buffer.from('<svg '),
};

function bytesOf(shown: Parsed<'export.view'>): Uint8Array {
  if (shown.format === 'csv') return toCsv(shown.rows);
  const bytes = Buffer.from(shown.base64, 'base64');
  const beginning = beginnings[shown.format];
  if (!bytes.subarray(0, beginning.length).equals(beginning)) {
    throw new AttacheError(
      'invalid-input',
      `Nothing was exported: what was given for ${shown.name} is no ${shown.format.toUpperCase()} picture.`,
      { field: 'base64' },
    );
  }
  return bytes;
}

/** What a view shows as a file. Throws `invalid-input` for bytes that are not the picture named. */
export const exportView = (shown: Parsed<'export.view'>): ExportedFile => ({
  name: fileName(shown.name, shown.format),
  bytes: bytesOf(shown),
});
