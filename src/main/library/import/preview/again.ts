import { AttacheError } from '../../../../shared/contract/errors.ts';
import type { Output } from '../../../../shared/contract/methods.ts';
import { candidatesOf, comparableOf } from '../candidate.ts';
import { TwinsInMemory } from '../duplicates/twins.ts';
import type { ImportContext } from '../context.ts';
import { readBytes } from '../read-files.ts';
import { dayOf, rowsWithDateChoices } from './date-choices.ts';
import { likenessOf, toItem } from './item.ts';
import { noRow, withHidden } from './hidden-rows.ts';
import type { Preview } from './preview.ts';

function replacing<V>(
  all: ReadonlyMap<string, V>,
  gone: readonly string[],
  fresh: readonly (readonly [string, V])[],
): Map<string, V> {
  return new Map([...[...all].filter(([key]) => !gone.includes(key)), ...fresh]);
}

/** Compares the rows of a preview anew. */
export function compareRows(
  context: ImportContext,
  { files, threshold }: Preview,
): Output<'import.compare'> {
  const earlier = new TwinsInMemory<string>(threshold);
  const rows = files.flatMap((file) => file.rows);
  return { items: rows.map((row) => likenessOf(context, row, earlier)) };
}

/**
 * Reads the file of the row `key` again under `encoding`: the changed preview, its new rows and the
 * keys of the ones they replace. Rejects with `not-found`, and as reading the file does.
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
  const others = new TwinsInMemory<string>(preview.threshold);
  for (const other of preview.files) {
    if (other === before) continue;
    for (const row of other.rows) others.add(row.key, comparableOf(row.candidate));
  }
  const items = rows.map((row) => toItem(context, row, others));
  const files = preview.files.map((other) => (other === before ? { file, rows } : other));
  const replaced = before.rows.map((row) => row.key);
  const changed: Preview = {
    ...preview,
    files,
    likeness: replacing(
      preview.likeness,
      replaced,
      items.map(({ key, duplicate, earlier: found }) => [key, { duplicate, earlier: found }]),
    ),
    outlets: replacing(
      preview.outlets,
      replaced,
      items.map((item) => [item.key, item['container-title']]),
    ),
  };
  const shown = rowsWithDateChoices(withHidden(context.db, changed, items), rows, dayOf(context));
  return { preview: changed, output: { replaced, items: shown } };
}
