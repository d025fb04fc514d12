import type { MergeContext } from './merge-context.ts';
import { mergeRow, type PlainTable } from './plain-rows.ts';

const named = (
  table: PlainTable['table'],
  content: readonly string[],
  title: string,
): PlainTable => ({
  table,
  kind: 'setting',
  content,
  title: (row) => String(row[title]),
});

const withId: readonly PlainTable[] = [
  named('document_templates', ['name', 'content'], 'name'),
  named('saved_searches', ['name', 'q', 'sort'], 'name'),
  named('cleaning_rules', ['outlet_key', 'action', 'reason', 'line', 'words'], 'outlet'),
];

/** Tables whose rows are what their keys say: a row with the same key is the same. */
const byKey = [
  'proposal_dismissals',
  'speaker_dismissals',
  'waiting_annotations',
  'not_duplicates',
] as const;

/** Tags with their colours, meanings of colours: what the library says stands. */
const meanings = [
  { table: 'tags', key: 'name', value: 'colour' },
  { table: 'colour_meanings', key: 'colour', value: 'meaning' },
] as const;

/** Brings in what a notebook is set up with: templates, searches, rules, tags, dismissals. */
export function mergeSettings(context: MergeContext): void {
  for (const table of withId) {
    for (const theirs of context.theirs.prepare(`SELECT * FROM "${table.table}"`).all()) {
      const row = context.translate(table.table, theirs);
      if (row !== null) mergeRow(context, table, row);
    }
  }
  for (const table of byKey) mergeByKey(context, table);
  for (const each of meanings) mergeMeanings(context, each);
}

function mergeByKey(context: MergeContext, table: (typeof byKey)[number]): void {
  const names = context.shape(table).columns.map(({ name }) => `"${name}"`);
  const insert = context.ours.prepare(
    `INSERT OR IGNORE INTO "${table}" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  for (const theirs of context.theirs.prepare(`SELECT * FROM "${table}"`).all()) {
    const row = context.translate(table, theirs);
    if (row === null) continue;
    if (table === 'not_duplicates') {
      const pair = [Number(row['article']), Number(row['other'])].sort((a, b) => a - b);
      if (pair[0] === pair[1]) continue;
      [row['article'], row['other']] = [pair[0] ?? 0, pair[1] ?? 0];
    }
    if (insert.run(...Object.values(row)).changes > 0) context.added.setting += 1;
    else context.same.setting += 1;
  }
}

function mergeMeanings(
  context: MergeContext,
  { table, key, value }: (typeof meanings)[number],
): void {
  const known = context.ours.prepare(
    `SELECT "${value}" AS value FROM "${table}" WHERE "${key}" = ?`,
  );
  const set = context.ours.prepare(`UPDATE "${table}" SET "${value}" = ? WHERE "${key}" = ?`);
  for (const theirs of context.theirs.prepare(`SELECT * FROM "${table}"`).all()) {
    const ours = known.get(theirs[key] ?? '');
    if (ours === undefined) {
      const row = context.translate(table, theirs);
      if (row !== null) context.insert(table, row);
      context.added.setting += 1;
    } else if (ours['value'] === theirs[value] || theirs[value] === null) {
      context.same.setting += 1;
    } else {
      const choice = context.decide({
        kind: 'setting',
        title: String(theirs[key]),
        what: `In the bundle it is ${String(theirs[value])}`,
        cause: 'changed',
        key: [table, String(theirs[key]), String(ours['value']), String(theirs[value])],
        choices: ['mine', 'theirs'],
      });
      if (choice === 'theirs') set.run(theirs[value] ?? null, theirs[key] ?? '');
      else context.same.setting += choice === null ? 1 : 0;
    }
  }
}
