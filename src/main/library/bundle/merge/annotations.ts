import type { Row } from '../../storage/database.ts';
import { moveRow } from './article-text.ts';
import { partId } from './deletions.ts';
import type { MergeContext } from './merge-context.ts';
import { mergeRow, type Landed, type PlainTable } from './plain-rows.ts';
import { shortened } from '../../../../shared/text/shorten.ts';

const words = (row: Row): string =>
  shortened(String(row['exact']).replaceAll(/\s+/gu, ' ').trim(), 80);

const annotations: PlainTable = {
  table: 'annotations',
  kind: 'annotation',
  content: ['article', 'start', 'end', 'exact', 'motivation', 'comment', 'colour'],
  title: words,
};

const statements: PlainTable = {
  table: 'statements',
  kind: 'statement',
  content: ['article', 'start', 'end', 'exact', 'kind', 'speaker', 'addressee', 'subject'],
  title: words,
};

/** The row as it stands in the text that the article has here. */
function translated(context: MergeContext, table: string, theirs: Row): Row | null {
  const row = context.translate(table, theirs);
  const version = context.ours
    .prepare<{ version: number }>('SELECT version FROM articles WHERE seq = ?')
    .get(row?.['article'] ?? 0)?.version;
  if (row === null || version === undefined) return null;
  const text = context.texts.get(Number(theirs['article']));
  const here = { ...row, version };
  return text === undefined || row['status'] === 'orphaned' ? here : moveRow(text, here);
}

/**
 * What is known on one side only parts nothing: the library takes it over, or the bundle's row is
 * read with what the library has. Answers the row as it is then.
 */
function complete(
  context: MergeContext,
  { table, kind }: PlainTable,
  row: Row,
  names: readonly string[],
): Row {
  const blank = (value: unknown) => value === null || value === '';
  const ours = context.ours
    .prepare(`SELECT * FROM "${table}" WHERE id = ? AND article = ? AND start = ? AND "end" = ?`)
    .get(row['id'] ?? '', row['article'] ?? 0, row['start'] ?? 0, row['end'] ?? 0);
  if (ours === undefined) return row;
  const filled = { ...row };
  for (const name of names) {
    if (blank(row[name])) filled[name] = ours[name] ?? null;
    else if (blank(ours[name])) {
      context.ours
        .prepare(`UPDATE "${table}" SET "${name}" = ? WHERE id = ?`)
        .run(row[name] ?? null, row['id'] ?? '');
      context.completed[kind] += 1;
    }
  }
  return filled;
}

/** Tags of both sides are put together, but for those taken off here; theirs alone where they were chosen. */
function mergeTags(context: MergeContext, theirSeq: number, { seq: ourSeq, how }: Landed): void {
  if (how === 'ours') return;
  const tags = context.theirs
    .prepare<{ tag: string }>(
      'SELECT tag FROM annotation_tags WHERE annotation = ? ORDER BY position, rowid',
    )
    .all(theirSeq);
  const add = context.ours.prepare(
    `INSERT OR IGNORE INTO annotation_tags (annotation, tag, position)
     SELECT ?1, ?2, coalesce(max(position) + 1, 0) FROM annotation_tags WHERE annotation = ?1`,
  );
  if (how === 'theirs') {
    context.ours.prepare('DELETE FROM annotation_tags WHERE annotation = ?').run(ourSeq);
  }
  const id = context.ours
    .prepare<{ id: string }>('SELECT id FROM annotations WHERE seq = ?')
    .get(ourSeq)?.id;
  const takenOff = context.gone.deletedHere('annotation_tags');
  for (const { tag } of tags) {
    const isTakenOff = how === 'same' && takenOff.has(partId(id ?? null, tag));
    if (!isTakenOff) add.run(ourSeq, tag);
  }
}

/** Brings annotations with their tags in. */
export function mergeAnnotations(context: MergeContext): void {
  for (const theirs of context.theirs.prepare('SELECT * FROM annotations ORDER BY seq').all()) {
    const row = translated(context, 'annotations', theirs);
    if (row === null) continue;
    const whole = complete(context, annotations, row, ['comment']);
    const landed = mergeRow(context, annotations, whole);
    if (landed === null) continue;
    context.place('annotations', Number(theirs['seq']), landed.seq);
    mergeTags(context, Number(theirs['seq']), landed);
  }
}

/** Brings statements in, with roles known on one side only taken over. */
export function mergeStatements(context: MergeContext): void {
  for (const theirs of context.theirs.prepare('SELECT * FROM statements ORDER BY seq').all()) {
    const row = translated(context, 'statements', theirs);
    if (row === null) continue;
    const roles = ['speaker', 'addressee', 'subject'];
    mergeRow(context, statements, complete(context, statements, row, roles));
  }
}
