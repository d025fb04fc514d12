import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testStorage } from './test-storage.ts';

const page = readFileSync(resolve(import.meta.dirname, '../../../../docs/data-format.md'), 'utf8');
const t = testStorage();
afterAll(() => t.dispose());

const tables = t.storage.db
  .prepare<{ name: string }>(
    `SELECT name FROM pragma_table_list
     WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
     ORDER BY name`,
  )
  .all()
  .map(({ name }) => name);

const columnsOf = (table: string) =>
  t.storage.db
    .prepare<{ name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map(({ name }) => `\`${name}\``);

/** The undo history has a table beside every other; queues are empty between commands. */
const isOfAKind = (table: string) => /^journal_|_dirty$/.test(table);

test.each(tables.filter((table) => !isOfAKind(table)))(
  'docs/data-format.md names the table %s and its columns',
  (table) => {
    expect(page).toContain(`\n- \`${table}\`: ${columnsOf(table).join(', ')}\n`);
  },
);
