import type { SQLInputValue } from 'node:sqlite';
import { AttacheError } from '../../../shared/contract/errors.ts';
import type { Output, Parsed } from '../../../shared/contract/methods.ts';
import type { LibraryContext } from '../context.ts';
import { matchingArticles } from '../search/engine.ts';
import type { Database } from '../storage/database.ts';
import { summaryColumns, summaryTables, toSummary, type SummaryRow } from './article-row.ts';
import { articleTotals } from './totals.ts';

type ListInput = Parsed<'articles.list'>;
/** Which articles of the library a list has. */
type Listed = Pick<ListInput, 'query' | 'unread' | 'trashed' | 'ids'>;

const sortColumns = {
  issued: 'issued',
  title: 'title',
  'container-title': 'container_title',
  added: 'created',
  words: 'words',
  language: 'language',
} as const;

/** A row with what it is sorted by. */
type SortedRow = SummaryRow & { readonly sort_value: string | number | null };

interface Order {
  readonly column: (typeof sortColumns)[keyof typeof sortColumns];
  readonly descending: boolean;
}

function orderOf(sort: ListInput['sort']): Order {
  const descending = sort.startsWith('-');
  const key = (descending ? sort.slice(1) : sort) as keyof typeof sortColumns;
  return { column: sortColumns[key], descending };
}

/** Where a page ended: the last row's sort value and its `seq`. */
interface Cursor {
  readonly sort: string;
  readonly value: string | number | null;
  readonly seq: number;
}

const writeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify([cursor.sort, cursor.value, cursor.seq])).toString('base64url');

function readCursor(text: string, sort: string): Cursor {
  try {
    const [was, value, seq] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
    const valueFits = value === null || typeof value === 'string' || Number.isSafeInteger(value);
    if (was === sort && valueFits && Number.isSafeInteger(seq)) {
      return { sort, value: value as Cursor['value'], seq: Number(seq) };
    }
  } catch {
    // Not a cursor at all: answered below.
  }
  throw new AttacheError(
    'invalid-input',
    'articles.list: "cursor" is not one this list gave for the same sort order. Leave it out to start at the first page.',
    { field: 'cursor' },
  );
}

interface Condition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

/** One page of a range scan: rows with a value first, then those without one. */
function page(
  db: Database,
  where: Condition,
  { column, descending }: Order,
  after: Cursor | null,
  limit: number,
): SortedRow[] {
  const select = `SELECT ${summaryColumns}, a.${column} AS sort_value FROM ${summaryTables} WHERE ${where.sql}`;
  const direction = descending ? 'DESC' : 'ASC';
  const beyond = descending ? '<' : '>';
  const rows: SortedRow[] = [];
  if (after === null || after.value !== null) {
    const from = after === null ? '' : `AND (a.${column}, a.seq) ${beyond} (?, ?)`;
    rows.push(
      ...db
        .prepare<SortedRow>(
          `${select} AND a.${column} IS NOT NULL ${from}
           ORDER BY a.${column} ${direction}, a.seq ${direction} LIMIT ?`,
        )
        .all(...where.values, ...(after === null ? [] : [after.value, after.seq]), limit),
    );
  }
  if (rows.length < limit) {
    const from = after !== null && after.value === null ? `AND a.seq ${beyond} ?` : '';
    rows.push(
      ...db
        .prepare<SortedRow>(
          `${select} AND a.${column} IS NULL ${from} ORDER BY a.seq ${direction} LIMIT ?`,
        )
        .all(
          ...where.values,
          ...(from === '' || after === null ? [] : [after.seq]),
          limit - rows.length,
        ),
    );
  }
  return rows;
}

function conditionOf(context: LibraryContext, input: Listed): Condition {
  const parts = [`a.trashed IS ${input.trashed === true ? 'NOT NULL' : 'NULL'}`];
  const values: SQLInputValue[] = [];
  if (input.unread !== undefined) {
    parts.push(`r.read IS ${input.unread ? 'NULL' : 'NOT NULL'}`);
  }
  if (input.ids !== undefined) {
    parts.push('a.id IN (SELECT value FROM json_each(?))');
    values.push(JSON.stringify(input.ids));
  }
  const words = input.query?.trim() ?? '';
  if (words !== '') {
    const { where, params } = matchingArticles(context, words);
    parts.push(`a.seq IN (SELECT articles.seq FROM articles WHERE ${where})`);
    values.push(...params);
  }
  return { sql: parts.join(' AND '), values };
}

/** The number of all articles of a list. */
function totalOf(db: Database, input: Listed, where: Condition): number {
  const { trashed = false, unread, ids, query = '' } = input;
  const isWhole = !trashed && unread === undefined && ids === undefined && query.trim() === '';
  const from = `FROM ${summaryTables} WHERE ${where.sql}`;
  const count = isWhole
    ? `SELECT ${articleTotals.live} AS total`
    : `SELECT count(*) AS total ${from}`;
  return db.prepare<{ total: number }>(count).get(...where.values)?.total ?? 0;
}

/** One page of the list, with the number of all its articles. Throws `invalid-input` on a bad cursor. */
export function listArticles(context: LibraryContext, input: ListInput): Output<'articles.list'> {
  const { db } = context;
  const where = conditionOf(context, input);
  const { cursor = '' } = input;
  const after = cursor === '' ? null : readCursor(cursor, input.sort);
  const rows = page(db, where, orderOf(input.sort), after, input.limit + 1);
  const items = rows.slice(0, input.limit);
  const last = items.at(-1);
  return {
    items: items.map(toSummary),
    total: totalOf(db, input, where),
    nextCursor:
      rows.length > input.limit && last !== undefined
        ? writeCursor({ sort: input.sort, value: last.sort_value, seq: last.seq })
        : null,
  };
}

/** The ids of all articles of a list, in its order. */
export function articleIds(context: LibraryContext, input: Parsed<'articles.ids'>): string[] {
  const { sql, values } = conditionOf(context, input);
  const { column, descending } = orderOf(input.sort);
  const direction = descending ? 'DESC' : 'ASC';
  return context.db
    .prepare<{ id: string }>(
      `SELECT a.id FROM ${summaryTables} WHERE ${sql}
       ORDER BY a.${column} IS NULL, a.${column} ${direction}, a.seq ${direction}`,
    )
    .all(...values)
    .map(({ id }) => id);
}
