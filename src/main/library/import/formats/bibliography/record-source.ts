import { AttacheError } from '../../../../../shared/contract/errors.ts';
import type { Contents, FailedPart, FormatFile } from '../format.ts';
import type { BibliographicRecord } from './record.ts';
import { beginningOf } from '../../../../../shared/text/shorten.ts';

/** One record of a file, null where it says too little to know a work by. */
export interface RecordSource {
  /** What messages call it: its title, its key or its number. */
  readonly label: string;
  readonly record: BibliographicRecord | null;
}

const mostRecords = 20_000;

const short = (label: string): string =>
  beginningOf(label.replaceAll(/\s+/g, ' ').trim(), 80).toWellFormed();

function unusable(file: string, label: string): FailedPart {
  const error = new AttacheError(
    'damaged-file',
    `Record “${short(label)}” of "${file}" has no title, address or DOI that can be read, so it was left out.`,
  );
  return { part: short(label), error: error.toData() };
}

/** The records of a bibliography; one that cannot be used does not stop the others. */
export function contentsOf({ name }: FormatFile, sources: Iterable<RecordSource>): Contents {
  const records: BibliographicRecord[] = [];
  const failed: FailedPart[] = [];
  for (const { label, record } of sources) {
    if (record === null) failed.push(unusable(name, label));
    else records.push(record);
    if (records.length + failed.length > mostRecords) {
      throw new AttacheError(
        'file-too-large',
        `"${name}" has more than ${mostRecords} records. Split it and import the parts.`,
      );
    }
  }
  if (records.length + failed.length > 0) return { records, failed };
  throw new AttacheError('no-articles', `"${name}" is a bibliography without a record in it.`);
}
