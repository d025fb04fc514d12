import type { Output } from '../../../../shared/contract/methods.ts';
import type { ImportFailure } from '../../../../shared/model/import.ts';
import { TwinsInMemory } from '../duplicates/twins.ts';
import { readFiles } from '../read-files.ts';
import { placeRecords, type KeyedRecord, type ShownRow } from '../records/preview-records.ts';
import type { ImportContext } from '../context.ts';
import type { SourceFile } from '../sources.ts';
import { dayOf, rowsWithDateChoices } from './date-choices.ts';
import { toItem } from './item.ts';
import { likenessByKey, type Preview, type PreviewFile } from './preview.ts';
import { withHidden } from './hidden-rows.ts';

interface RecordsOfFile {
  readonly file: SourceFile;
  readonly records: readonly KeyedRecord[];
}

/** Reads files and stores nothing; `id` becomes the preview's. */
export async function makePreview(
  context: ImportContext,
  files: readonly SourceFile[],
  notFound: readonly ImportFailure[],
  threshold: number,
  signal: AbortSignal,
  id = context.newId(),
): Promise<{ preview: Preview; output: Output<'import.preview'> }> {
  const read: PreviewFile[] = [];
  const failed = [...notFound];
  const shown: ShownRow[] = [];
  const bibliographies: RecordsOfFile[] = [];
  const earlier = new TwinsInMemory<string>(threshold);
  let done = 0;
  let total = files.length;
  for await (const { file, candidates, records, failed: reasons, inner } of readFiles(
    files,
    context.parse,
    signal,
  )) {
    failed.push(...reasons);
    total += inner;
    const prefix = done;
    if (records.length > 0) {
      const keyed = records.map((candidate, index) => ({
        key: `${prefix}.${candidates.length + index}`,
        candidate,
      }));
      bibliographies.push({ file, records: keyed });
    }
    const rows = candidates.map((candidate, index) => ({ key: `${done}.${index}`, candidate }));
    if (rows.length > 0) read.push({ file, rows });
    for (const row of rows) {
      shown.push({ key: row.key, candidate: row.candidate, item: toItem(context, row, earlier) });
    }
    done += 1;
    context.emit({
      type: 'import.progress',
      done,
      total,
      source: done === total ? null : file.name,
      failed: failed.length,
    });
  }
  const placing = placeRecords(
    context.db,
    shown,
    bibliographies.flatMap(({ records }) => records),
  );
  failed.push(...placing.failed);
  const items = shown.map(({ key, item }) => placing.filled.get(key) ?? item);
  const alone = new Map(placing.alone.map((row) => [row.key, row]));
  for (const { file, records } of bibliographies) {
    const rows = records.flatMap(({ key }) => alone.get(key) ?? []);
    if (rows.length > 0) read.push({ file, rows });
    for (const row of rows) items.push(toItem(context, row, earlier));
  }
  const preview: Preview = {
    id,
    threshold,
    done: new Set(),
    files: read,
    records: placing.placed,
    failed,
    likeness: likenessByKey(items),
    outlets: new Map(items.map((item) => [item.key, item['container-title']])),
  };
  const rows = read.flatMap((file) => file.rows);
  return {
    preview,
    output: {
      previewId: id,
      items: rowsWithDateChoices(withHidden(context.db, preview, items), rows, dayOf(context)),
      failed,
      records: [...placing.shown],
    },
  };
}
