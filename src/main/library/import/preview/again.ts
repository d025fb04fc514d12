import { AttacheError } from '../../../../shared/contract/errors.ts';
import type { Output } from '../../../../shared/contract/methods.ts';
import type { HiddenRange } from '../../../../shared/model/ranges.ts';
import { candidatesOf, comparableOf, withRules } from '../candidate.ts';
import { TwinsInMemory } from '../duplicates/twins.ts';
import type { ImportContext } from '../context.ts';
import { dayOf, rowsWithDateChoices } from './date-choices.ts';
import { likenessOf, toItem } from './item.ts';
import type { Preview } from './preview.ts';

const noRow = (key: string): AttacheError =>
  new AttacheError('not-found', `The preview has no row "${key}".`, { field: 'key' });

/** What would be hidden in a row of a preview if it were of `outlet`. Throws `not-found`. */
export function hiddenUnder(
  { db }: ImportContext,
  { files }: Preview,
  key: string,
  outlet: string | null,
): HiddenRange[] {
  const row = files.flatMap((file) => file.rows).find((one) => one.key === key);
  if (row === undefined) throw noRow(key);
  const { candidate } = row;
  const fields = { ...candidate.fields, containerTitle: outlet };
  return [...withRules(db, { ...candidate, fields }).parsed.hidden];
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
  const bytes = await file.load();
  const result = await context.parse.parse({ name: file.name, bytes, encoding });
  if (result.records.length > 0) {
    throw new AttacheError(
      'invalid-input',
      `"${file.name}" is a bibliography: look it over again with the encoding in its source.`,
      { field: 'key' },
    );
  }
  const prefix = key.slice(0, key.indexOf('.'));
  const rows = candidatesOf(file.name, bytes, result).map((candidate, index) => ({
    key: `${prefix}.${index}`,
    candidate,
  }));
  const others = new TwinsInMemory<string>(preview.threshold);
  for (const other of preview.files) {
    if (other === before) continue;
    for (const row of other.rows) others.add(row.key, comparableOf(row.candidate));
  }
  const read = rows.map((row) => toItem(context, row, others));
  const items = rowsWithDateChoices(read, rows, dayOf(context));
  const files = preview.files.map((other) => (other === before ? { file, rows } : other));
  return {
    preview: { ...preview, files },
    output: { replaced: before.rows.map((row) => row.key), items },
  };
}
