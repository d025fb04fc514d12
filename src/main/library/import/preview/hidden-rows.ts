import { AttacheError } from '../../../../shared/contract/errors.ts';
import type { Output, Parsed } from '../../../../shared/contract/methods.ts';
import type { PreviewItem } from '../../../../shared/model/import.ts';
import { outletKey } from '../../cleaning/learnt/keys.ts';
import type { Database } from '../../storage/database.ts';
import type { Preview } from './preview.ts';
import { hiddenOfRows, type OutletRow } from './repeated.ts';

export const noRow = (key: string): AttacheError =>
  new AttacheError('not-found', `The preview has no row "${key}".`, { field: 'key' });

function outletRows({ files, likeness, outlets }: Preview): OutletRow[] {
  return files
    .flatMap((file) => file.rows)
    .map(({ key, candidate }) => ({
      key,
      candidate,
      outlet: outlets.get(key) ?? null,
      like: likeness.get(key) ?? { duplicate: null, earlier: null },
    }));
}

/** Rows as they are shown, with the lines that come back in their outlets. */
export function withHidden(
  db: Database,
  preview: Preview,
  items: readonly PreviewItem[],
): PreviewItem[] {
  const hidden = hiddenOfRows(db, outletRows(preview));
  return items.map((item) => ({ ...item, hidden: hidden.get(item.key) ?? item.hidden }));
}

const keyOf = (outlet: string | null | undefined): string | null =>
  outlet === null || outlet === undefined ? null : outletKey(outlet);

/**
 * Gives rows outlets: the changed preview, and what is hidden of these rows and of all others of
 * the outlets they left and came to. Throws `not-found`.
 */
export function giveOutlets(
  db: Database,
  preview: Preview,
  given: Parsed<'import.clean'>['rows'],
): { preview: Preview; output: Output<'import.clean'> } {
  const outlets = new Map(preview.outlets);
  const touched = new Set<string | null>();
  for (const { key, outlet } of given) {
    if (!outlets.has(key)) throw noRow(key);
    touched.add(keyOf(outlets.get(key))).add(keyOf(outlet));
    outlets.set(key, outlet);
  }
  const keys = new Set(given.map(({ key }) => key));
  const changed = { ...preview, outlets };
  const rows = outletRows(changed).filter(({ key, outlet }) => {
    const name = keyOf(outlet);
    return keys.has(key) || (name !== null && touched.has(name));
  });
  const items = [...hiddenOfRows(db, rows)].map(([key, hidden]) => ({ key, hidden }));
  return { preview: changed, output: { items } };
}
