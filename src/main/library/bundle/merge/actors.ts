import { wayUp } from '../../actors/relations/hierarchy.ts';
import { sameWords } from '../../revisions/version.ts';
import type { Row } from '../../storage/database.ts';
import { partId } from './deletions.ts';
import type { MergeContext } from './merge-context.ts';
import { mergeRow, type PlainTable } from './plain-rows.ts';

type ActorRow = Row & {
  seq: number;
  id: string;
  kind: string;
  name: string;
  description: string;
};

const relations: PlainTable = {
  table: 'actor_relations',
  kind: 'actor',
  content: ['kind', 'subject', 'object', 'title', 'from', 'until'],
  title: (row) => String(row['title']),
};

/**
 * Brings actors in with their names and relations. An actor is the same by its id, or by its kind
 * and preferred name. Names of both sides are put together, and of two descriptions both are kept.
 */
export function mergeActors(context: MergeContext): void {
  const { ours, theirs } = context;
  const byId = ours.prepare<ActorRow>('SELECT * FROM actors WHERE id = ?');
  const byName = ours.prepare<ActorRow>(
    'SELECT * FROM actors WHERE kind = ? AND name = ? ORDER BY seq LIMIT 1',
  );
  for (const row of theirs.prepare<ActorRow>('SELECT * FROM actors ORDER BY seq').all()) {
    const found = byId.get(row.id) ?? byName.get(row.kind, row.name);
    if (found === undefined) {
      const own = context.translate('actors', row);
      const { id, name } = row;
      const isWanted = context.comesIn('actors', { id, kind: 'actor', title: name }, () =>
        saidByNews(context, row.seq),
      );
      if (own === null || !isWanted) continue;
      context.place('actors', row.seq, context.insert('actors', own));
      context.added.actor += 1;
    } else {
      context.place('actors', row.seq, found.seq);
      if (found.id !== row.id) context.ids.set(row.id, found.id);
      mergeActor(context, row, found);
    }
    mergeNames(context, row);
  }
  for (const row of theirs.prepare('SELECT * FROM actor_relations ORDER BY seq').all()) {
    const own = context.translate('actor_relations', row);
    if (own !== null && !standsAboveItself(context, own)) mergeRow(context, relations, own);
  }
}

/** Whether with this relation an actor would stand above itself: the library keeps its own way. */
function standsAboveItself({ ours }: MergeContext, { kind, subject, object }: Row): boolean {
  if (kind === 'office' || object === null) return false;
  const above = { seq: Number(object), name: '' };
  return wayUp(ours, above, { seq: Number(subject) }) !== null;
}

/** Whether the bundle names the actor in a statement that is new to the library. */
function saidByNews(context: MergeContext, seq: number): boolean {
  return context.theirs
    .prepare<{ id: string }>(
      'SELECT id FROM statements WHERE speaker = ?1 OR addressee = ?1 OR subject = ?1',
    )
    .all(seq)
    .some(({ id }) => context.gone.isNews('statements', id));
}

function mergeActor(context: MergeContext, theirs: ActorRow, ours: ActorRow): void {
  const said = theirs.description.trim();
  if (said !== '' && !ours.description.includes(said)) {
    const both = ours.description.trim() === '' ? said : `${ours.description}\n\n${said}`;
    context.ours.prepare('UPDATE actors SET description = ? WHERE seq = ?').run(both, ours.seq);
    context.completed.actor += 1;
  } else {
    context.same.actor += 1;
  }
  for (const column of ['kind', 'name'] as const) {
    const [here, there] = [ours[column], theirs[column]];
    if (here === there) continue;
    const choice = context.decide({
      kind: 'actor',
      title: ours.name,
      what: `Its ${column} in the bundle is ${there}`,
      cause: 'changed',
      key: ['actors', ours.id, column, here, there],
      choices: ['mine', 'theirs'],
    });
    if (choice !== 'theirs') continue;
    context.ours.prepare(`UPDATE actors SET "${column}" = ? WHERE seq = ?`).run(there, ours.seq);
  }
}

function mergeNames(context: MergeContext, actor: ActorRow): void {
  const known = context.ours.prepare(
    'SELECT 1 FROM actor_names WHERE actor = ? AND name = ? AND scope = ? AND article IS ?',
  );
  const names = context.theirs
    .prepare('SELECT * FROM actor_names WHERE actor = ? ORDER BY id')
    .all(actor.seq);
  for (const name of names) {
    const row = context.translate('actor_names', name);
    // A name that holds in one article only is nothing without that article.
    if (row === null || (row['scope'] === 'article' && row['article'] === null)) continue;
    const { actor: seq = null, name: words = null, scope = null, article = null } = row;
    if (isTakenAway(context, row)) continue;
    if (known.get(seq, words, scope, article) === undefined) context.insert('actor_names', row);
  }
}

/** Whether a person here took the name away from the actor. */
function isTakenAway({ ours, gone }: MergeContext, { actor, name, scope, article }: Row): boolean {
  const taken = gone.deletedHere('actor_names');
  if (taken.size === 0) return false;
  const idOf = (table: string, seq: Row[string] | undefined) =>
    ours.prepare<{ id: string }>(`SELECT id FROM "${table}" WHERE seq = ?`).get(seq ?? null)?.id ??
    null;
  return taken.has(
    partId(idOf('actors', actor), String(name), String(scope), idOf('articles', article)),
  );
}

/** A decision where the same words stand in the library's text; null where they do not. */
function decisionHere(context: MergeContext, theirs: Row): Row | null {
  const row = context.translate('mention_decisions', theirs);
  const text = context.texts.get(Number(theirs['article']));
  if (row === null || text === undefined) return row;
  const place = sameWords(text, { start: Number(row['start']), end: Number(row['end']) });
  return place === null ? null : { ...row, ...place };
}

/** Brings decisions about mentions in; where both sides decided, the library's stands unless chosen. */
export function mergeDecisions(context: MergeContext): void {
  const known = context.ours.prepare<{ status: string; name: string }>(
    `SELECT d.status, actors.name FROM mention_decisions d JOIN actors ON actors.seq = d.actor
     WHERE d.article = ? AND d.start = ? AND d."end" = ? AND d.actor = ?`,
  );
  const decide = context.ours.prepare(
    `UPDATE mention_decisions SET status = ?
     WHERE article = ? AND start = ? AND "end" = ? AND actor = ?`,
  );
  for (const theirs of context.theirs.prepare('SELECT * FROM mention_decisions').all()) {
    const row = decisionHere(context, theirs);
    if (row === null) continue;
    const { article = null, start = null, end = null, actor = null } = row;
    const ours = known.get(article, start, end, actor);
    if (ours === undefined) {
      context.insert('mention_decisions', row);
      context.added.mention += 1;
    } else if (ours.status === row['status']) {
      context.same.mention += 1;
    } else {
      const choice = context.decide({
        kind: 'mention',
        title: ours.name,
        what: `A mention is ${ours.status} here and ${String(row['status'])} in the bundle`,
        cause: 'changed',
        key: [
          'mention_decisions',
          JSON.stringify([article, start, end, actor]),
          ours.status,
          String(row['status']),
        ],
        choices: ['mine', 'theirs'],
      });
      if (choice === 'theirs') decide.run(row['status'] ?? '', article, start, end, actor);
    }
  }
}
