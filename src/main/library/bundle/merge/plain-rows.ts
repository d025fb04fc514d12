import type { MergedKind } from '../../../../shared/contract/methods/bundle.ts';
import type { Row } from '../../storage/database.ts';
import { derivedId } from './derived-id.ts';
import type { Followed } from './deletions.ts';
import type { MergeContext } from './merge-context.ts';
import { shortened } from '../../../../shared/text/shorten.ts';

/** A table whose rows have an id and are kept beside each other where they differ. */
export interface PlainTable {
  readonly table: Followed;
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

/** Where a row of the bundle came to stand: `ours` is not changed by it, `theirs` took its place. */
export interface Landed {
  readonly seq: number;
  readonly how: 'added' | 'same' | 'copied' | 'ours' | 'theirs';
}

/**
 * Brings one translated row of the bundle in: as it is, not at all where the library says the
 * same, or, where the library's own row says something else, beside it under an id of its own or
 * as was chosen. Null where it was deleted here and stays so.
 */
export function mergeRow(context: MergeContext, table: PlainTable, row: Row): Landed | null {
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
    const { kind, title } = table;
    if (!context.comesIn(table.table, { id, kind, title: title(row) })) return null;
    context.added[table.kind] += 1;
    return { seq: context.insert(table.table, row), how: 'added' };
  }
  return settle(context, table, row, ours);
}

const words = (row: Row, content: readonly string[]): string =>
  JSON.stringify(content.map((name) => row[name] ?? null));

/** What a report calls the columns whose words a person can choose by. */
const labels: Readonly<Record<string, string>> = {
  exact: 'Passage',
  comment: 'Comment',
  colour: 'Colour',
  kind: 'Kind',
  name: 'Name',
  q: 'Search',
  title: 'Title',
  from: 'From',
  until: 'Until',
};

function quoted(value: Row[string] | undefined): string {
  const words = (typeof value === 'string' ? value : '').replaceAll(/\s+/gu, ' ').trim();
  if (words === '') return 'nothing';
  return `“${shortened(words, 60)}”`;
}

function whatDiffers(ours: Row, theirs: Row, content: readonly string[]): string {
  const parts = content.flatMap((name) => {
    const label = labels[name];
    if (label === undefined || ours[name] === theirs[name]) return [];
    return [`${label}: ${quoted(ours[name])} here, ${quoted(theirs[name])} in the bundle`];
  });
  return parts.length === 0 ? 'It was changed on both sides' : parts.join('; ');
}

/** Does what was chosen about a row that both sides changed; both stay where nobody chose. */
function settle(context: MergeContext, plain: PlainTable, row: Row, ours: Row): Landed {
  const { table, kind, content, title } = plain;
  const id = String(row['id']);
  const copy = copyId(table, id, row, content);
  const known = byId(context, table, copy);
  if (known !== undefined || context.gone.deletedHere(table).has(copy)) {
    context.same[kind] += 1;
    if (known !== undefined) context.ids.set(id, copy);
    return { seq: Number((known ?? ours)['seq'] ?? 0), how: known === undefined ? 'ours' : 'same' };
  }
  const choice = context.decide({
    kind,
    title: title(row),
    what: whatDiffers(ours, row, content),
    cause: 'changed',
    key: [table, id, words(ours, content), words(row, content)],
    choices: ['both', 'mine', 'theirs'],
  });
  if (choice === 'both') {
    context.ids.set(id, copy);
    return { seq: context.insert(table, { ...row, id: copy }), how: 'copied' };
  }
  if (choice === 'theirs') overwrite(context, table, row);
  else context.same[kind] += choice === null ? 1 : 0;
  return { seq: Number(ours['seq'] ?? 0), how: choice === 'theirs' ? 'theirs' : 'ours' };
}

function overwrite({ ours }: MergeContext, table: string, row: Row): void {
  const names = Object.keys(row).filter((name) => name !== 'id');
  ours
    .prepare(
      `UPDATE "${table}" SET ${names.map((name) => `"${name}" = ?`).join(', ')} WHERE id = ?`,
    )
    .run(...names.map((name) => row[name] ?? null), row['id'] ?? '');
}
