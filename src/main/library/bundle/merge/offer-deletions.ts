import type { MergedKind } from '../../../../shared/contract/methods/bundle.ts';
import type { Row } from '../../storage/database.ts';
import { followedTables, type Followed, type FollowedTable } from './deletions.ts';
import type { MergeContext } from './merge-context.ts';
import { shortened } from '../../../../shared/text/shorten.ts';

/** What the report calls a row, and what it is. */
function named(table: Followed, row: Row): { kind: MergedKind; title: string } {
  const words = (value: unknown) => shortened(String(value).replaceAll(/\s+/gu, ' ').trim(), 80);
  const title = row['exact'] ?? row['title'] ?? row['name'] ?? row['outlet'] ?? '';
  const kind =
    table === 'documents'
      ? (String(row['kind']) as 'note' | 'briefing')
      : followedTables[table].kind;
  return { kind: kind ?? 'setting', title: words(title) };
}

/** The whole that a row is, or that it is a part of. */
function wholeOf(table: Followed, id: string): { table: Followed; id: string } {
  const { partOf }: FollowedTable = followedTables[table];
  return partOf === undefined
    ? { table, id }
    : { table: partOf.table, id: (JSON.parse(id) as (string | null)[])[0] ?? '' };
}

function whatOf(context: MergeContext, table: Followed, id: string, row: Row): string {
  const part = () => (JSON.parse(id) as string[])[1] ?? '';
  if (table === 'annotation_tags') return `The tag “${part()}” was taken off in the bundle`;
  if (table === 'actor_names') return `The name “${part()}” was taken away in the bundle`;
  const state = context.gone.deletedThere(table).get(id);
  const isChanged = state !== context.gone.livingHere(table).get(id);
  const cited =
    table !== 'annotations'
      ? 0
      : Number(
          context.ours
            .prepare(
              `SELECT count(DISTINCT document) AS n FROM citations
             JOIN documents ON documents.seq = document AND documents.trashed IS NULL
             WHERE annotation_id = ?`,
            )
            .get(row['id'] ?? '')?.['n'] ?? 0,
        );
  return [
    `It was deleted in the bundle${isChanged ? ' and is another here now' : ''}`,
    ...(cited === 0
      ? []
      : [`${cited} ${cited === 1 ? 'document cites' : 'documents cite'} it here`]),
  ].join('; ');
}

function remove(context: MergeContext, table: Followed, id: string, row: Row): void {
  const { ours, at } = context;
  const seq = Number(row['seq']);
  if (table === 'articles' || table === 'documents') {
    ours.prepare(`UPDATE "${table}" SET trashed = ? WHERE seq = ?`).run(at, seq);
  } else if (table === 'annotation_tags') {
    ours
      .prepare('DELETE FROM annotation_tags WHERE annotation = ? AND tag = ?')
      .run(seq, (JSON.parse(id) as string[])[1] ?? '');
  } else if (table === 'actor_names') {
    const [, name = '', scope = '', article = null] = JSON.parse(id) as (string | null)[];
    ours
      .prepare(
        `DELETE FROM actor_names WHERE actor = ? AND name = ? AND scope = ?
         AND article IS (SELECT seq FROM articles WHERE id = ?)`,
      )
      .run(seq, name, scope, article);
  } else {
    ours.prepare(`DELETE FROM "${table}" WHERE seq = ?`).run(seq);
  }
}

/**
 * Offers what was deleted on the bundle's side and is here. It stays unless somebody chooses that
 * it goes: articles, notes and briefings into the trash, the rest for good.
 */
export function offerDeletions(context: MergeContext): void {
  for (const table of Object.keys(followedTables) as Followed[]) {
    const here = context.gone.livingHere(table);
    for (const [id, state] of context.gone.deletedThere(table)) {
      if (!here.has(id)) continue;
      const whole = wholeOf(table, id);
      const isWholeGone =
        whole.table !== table && !context.gone.livingThere(whole.table).has(whole.id);
      const row = context.ours.prepare(`SELECT * FROM "${whole.table}" WHERE id = ?`).get(whole.id);
      if (isWholeGone || row === undefined) continue;
      const choice = context.decide({
        ...named(table, row),
        what: whatOf(context, table, id, row),
        cause: 'deleted-there',
        key: [table, id, state, here.get(id) ?? ''],
        choices: ['mine', 'theirs'],
      });
      if (choice === 'theirs') remove(context, table, id, row);
    }
  }
}
