import type { MergedKind } from '../../../../shared/contract/methods/bundle.ts';
import type { Row } from '../../storage/database.ts';
import { derivedId } from './derived-id.ts';
import type { MergeContext } from './merge-context.ts';

/** A table whose rows have an id and are kept beside each other where they differ. */
export interface PlainTable {
  readonly table: string;
  readonly kind: MergedKind;
  /** What makes two rows say the same. */
  readonly content: readonly string[];
  /** What a report calls the row. */
  readonly title: (row: Row) => string;
}

/** Rows of the library by id, and whether it holds a row that says the same. */
function findSame(
  context: MergeContext,
  { table, content }: PlainTable,
  row: Row,
): Row | undefined {
  const conditions = content.map((name) => `"${name}" IS ?`).join(' AND ');
  return context.ours
    .prepare(`SELECT * FROM "${table}" WHERE ${conditions} LIMIT 1`)
    .get(...content.map((name) => row[name] ?? null));
}

const byId = (context: MergeContext, table: string, id: string): Row | undefined =>
  context.ours.prepare(`SELECT * FROM "${table}" WHERE id = ?`).get(id);

/** A copy's id: the same for the same words, so that merging twice keeps one copy. */
const copyId = (table: string, id: string, row: Row, content: readonly string[]): string =>
  derivedId('merge', table, id, JSON.stringify(content.map((name) => row[name] ?? null)));

/** Where a row of the bundle came to stand. */
export interface Landed {
  readonly seq: number;
  readonly how: 'added' | 'same' | 'copied';
}

/**
 * Brings one translated row of the bundle in: as it is, not at all where the library says the
 * same, or beside the library's own row under an id of its own where that says something else.
 */
export function mergeRow(context: MergeContext, table: PlainTable, row: Row): Landed {
  const id = String(row['id']);
  const ours = byId(context, table.table, id);
  const equal = ours !== undefined && table.content.every((name) => ours[name] === row[name]);
  const twin = equal ? ours : ours === undefined ? findSame(context, table, row) : undefined;
  if (twin !== undefined) {
    context.same[table.kind] += 1;
    if (twin['id'] !== id) context.ids.set(id, String(twin['id']));
    return { seq: Number(twin['seq'] ?? 0), how: 'same' };
  }
  if (ours === undefined) {
    context.added[table.kind] += 1;
    return { seq: context.insert(table.table, row), how: 'added' };
  }
  return keepBeside(context, table, row, id);
}

function keepBeside(
  context: MergeContext,
  { table, kind, content, title }: PlainTable,
  row: Row,
  id: string,
): Landed {
  const copy = copyId(table, id, row, content);
  const known = byId(context, table, copy);
  context.ids.set(id, copy);
  if (known !== undefined) {
    context.same[kind] += 1;
    return { seq: Number(known['seq'] ?? 0), how: 'same' };
  }
  context.conflicts.push({
    kind,
    title: title(row),
    what: 'It was changed on both sides',
    outcome: 'both-kept',
  });
  return { seq: context.insert(table, { ...row, id: copy }), how: 'copied' };
}
