import { AttacheError, toErrorData } from '../../../../shared/contract/errors.ts';
import type { ImportSource } from '../../../../shared/model/import.ts';
import { expandSources } from '../sources.ts';
import { asAttacheError } from '../../storage/failure.ts';
import type { RefusedItem } from './incoming.ts';
import { readItems } from './items.ts';
import type { FoundRemark } from './keep-remarks.ts';
import { readItem, type ImportedAnnotation } from './read-item.ts';
import { readRemark } from './remarks.ts';

/** An annotation of a passage, and where it was read. `index` counts from 0 in its file. */
export interface FoundItem {
  readonly source: string;
  readonly index: number;
  readonly item: ImportedAnnotation;
}

/** What files of annotations hold. */
export interface ReadSources {
  readonly items: readonly FoundItem[];
  readonly remarks: readonly FoundRemark[];
  readonly refused: readonly RefusedItem[];
}

const isUnsupported = (error: unknown): boolean =>
  error instanceof AttacheError && error.code === 'unsupported-format';

export function refusal(source: string, index: number | null, thrown: unknown): RefusedItem {
  const { code, message } = toErrorData(asAttacheError(thrown));
  return { source, index, code, message };
}

/**
 * Reads files of annotations, and folders and archives of them. Never rejects: what cannot be read is
 * refused, a file by itself and an item by its place.
 */
export async function readSources(sources: readonly ImportSource[]): Promise<ReadSources> {
  const { files, failed } = await expandSources(sources);
  const items: FoundItem[] = [];
  const remarks: FoundRemark[] = [];
  const refused: RefusedItem[] = failed.map(({ source, code, message }) => ({
    source,
    index: null,
    code,
    message,
  }));
  const read = (source: string, index: number, raw: unknown) => {
    try {
      items.push({ source, index, item: readItem(raw) });
    } catch (error) {
      const remark = isUnsupported(error) ? readRemark(raw) : null;
      if (remark === null) refused.push(refusal(source, index, error));
      else remarks.push({ source, index, remark });
    }
  };
  for (const file of files) {
    try {
      const raws = readItems(file.name, await file.load());
      for (const [index, raw] of raws.entries()) read(file.name, index, raw);
    } catch (error) {
      refused.push(refusal(file.name, null, error));
    }
  }
  return { items, remarks, refused };
}
