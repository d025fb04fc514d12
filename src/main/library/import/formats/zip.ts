import { AttacheError } from '../../../../shared/contract/errors.ts';
import { baseName } from '../base-name.ts';
import type { Format } from './format.ts';
import { isCompanion } from './saved-page.ts';
import { isZip, zipContents, zipHead } from './zip-entries.ts';

/** What systems leave in folders. */
const clutter = new Set(['thumbs.db', 'desktop.ini']);

/** False for hidden files and what systems leave behind. */
export const isArticleFile = (name: string): boolean =>
  !/(?:^|\/)(?:\.(?!\.?\/)|__MACOSX\/)/.test(name) && !clutter.has(baseName(name).toLowerCase());

/** Office documents and books are ZIP containers too: theirs is the first entry. */
const isDocument = (head: Uint8Array): boolean =>
  /^.{26,60}(?:\[Content_Types\]\.xml|mimetype)/s.test(zipHead(head.subarray(0, 100)));

/** Archives: their files are imported like those of a folder, named `archive.zip/inner.txt`. */
export const zip: Format = {
  id: 'zip',
  label: 'ZIP archive',
  extensions: ['zip'],
  quick: false,
  matches: ({ head, extension }) => isZip(head) && (extension === 'zip' || !isDocument(head)),
  async read({ name, bytes }) {
    if (name.toLowerCase().endsWith('.attache')) {
      throw new AttacheError(
        'unsupported-format',
        `"${name}" is a library bundle, not an archive of articles. Merge it with “Merge a library bundle…” in the library’s menu, or with "attache merge".`,
      );
    }
    const { files: all, failed } = await zipContents(name, bytes, isArticleFile);
    const names = new Set(all.map((file) => file.name));
    const files = all.filter((file) => !isCompanion(file.name, names));
    if (files.length === 0 && failed.length === 0) {
      throw new AttacheError('no-articles', `The archive "${name}" has no files to import.`);
    }
    return {
      files,
      failed: failed.map(({ name: part, error }) => ({ part, error: error.toData() })),
    };
  },
};
