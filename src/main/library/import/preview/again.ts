import { AttacheError } from '../../../../shared/contract/errors.ts';
import type { Output } from '../../../../shared/contract/methods.ts';
import type { PreviewItem } from '../../../../shared/model/import.ts';
import { candidatesOf } from '../candidate.ts';
import { TwinsInMemory } from '../duplicates/twins.ts';
import type { ImportContext } from '../context.ts';
import { readBytes } from '../read-files.ts';
import { dayOf, rowsWithDateChoices } from './date-choices.ts';
import { compareRow, toItem, type RowLikeness } from './item.ts';
import { noRow, withHidden } from './hidden-rows.ts';
import { likenessByKey, type Preview } from './preview.ts';

/** Compares the rows of a preview anew. */
export function compareRows(
  context: ImportContext,
  { files, threshold }: Preview,
): Output<'import.compare'> {
  const earlier = new TwinsInMemory<string>(threshold);
  const rows = files.flatMap((file) => file.rows);
  return { items: rows.map((row) => compareRow(context, row, earlier)) };
}

/**
 * Reads the file of the row `key` again under `encoding`: the changed preview, its new rows, the
 * keys of the ones they replace, and what all others are like now. Rejects with `not-found`, and as reading the file does.
 */
export async function rereadFile(
  context: ImportContext,
  preview: Preview,
  key: string,
  encoding: string,
): Promise<{ preview: Preview; output: Output<'import.reread'> }> {
  const before = preview.files.find(({ rows }) => rows.some((row) => row.key === key));
  if (before === undefined) throw noRow(key);
  const file = { ...before.file, encoding };
  const read = await readBytes(file, await file.load(), context.parse);
  if (read.result.records.length > 0) {
    throw new AttacheError(
      'invalid-input',
      `"${file.name}" is a bibliography: look it over again with the encoding in its source.`,
      { field: 'key' },
    );
  }
  const prefix = key.slice(0, key.indexOf('.'));
  const rows = candidatesOf(file.name, read).map((candidate, index) => ({
    key: `${prefix}.${index}`,
    candidate,
  }));
  const replaced = before.rows.map((row) => row.key);
  const files = preview.files.map((other) => (other === before ? { file, rows } : other));
  const earlier = new TwinsInMemory<string>(preview.threshold);
  const items: PreviewItem[] = [];
  const others: RowLikeness[] = [];
  for (const other of files) {
    for (const row of other.rows) {
      if (other.file === file) items.push(toItem(context, row, earlier));
      else others.push(compareRow(context, row, earlier));
    }
  }
  const changed: Preview = {
    ...preview,
    files,
    likeness: likenessByKey([...items, ...others]),
    outlets: new Map([
      ...[...preview.outlets].filter(([row]) => !replaced.includes(row)),
      ...items.map((item) => [item.key, item['container-title']] as const),
    ]),
  };
  const shown = rowsWithDateChoices(withHidden(context.db, changed, items), rows, dayOf(context));
  return { preview: changed, output: { replaced, items: shown, others } };
}
