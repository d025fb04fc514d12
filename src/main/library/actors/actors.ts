import { AttacheError, notFound } from '../../../shared/contract/errors.ts';
import type { Handlers } from '../../../shared/contract/methods.ts';
import type { Actor, ActorName } from '../../../shared/model/actor.ts';
import { textOf } from '../articles/current-text.ts';
import type { LibraryContext } from '../context.ts';
import { deriveMentions } from './derive.ts';
import { mentionStore } from './mention-store.ts';
import { mergeHandlers } from './merge.ts';
import { actorStore, type ActorRow } from './store.ts';

type Methods =
  | 'actors.create'
  | 'actors.accept'
  | 'actors.update'
  | 'actors.delete'
  | 'actors.list'
  | 'actors.get'
  | 'actors.merge'
  | 'actors.split'
  | 'actors.moveName'
  | 'mentions.list'
  | 'mentions.update';

const topics = ['actors', 'mentions'] as const;

/** The names an actor is kept with: each once per scope, the preferred one among them. */
function completeNames(preferred: string, names: readonly ActorName[]): ActorName[] {
  const known = new Map(names.map((item) => [JSON.stringify([item.name, item.scope]), item]));
  const all = [...known.values()];
  return all.some(({ name }) => name === preferred)
    ? all
    : [{ name: preferred, scope: 'everywhere' }, ...all];
}

export function actorHandlers(context: LibraryContext): Handlers<Methods> {
  const { commands, db } = context;
  const store = actorStore(db);
  const mentions = mentionStore(db);
  deriveMentions(context);
  const now = () => context.now().toISOString();

  const get = (id: string): Actor => {
    const actor = store.get(id);
    if (actor === undefined) throw notFound('actor', id);
    return actor;
  };
  const rowOf = (id: string): ActorRow => {
    const row = store.row(id);
    if (row === undefined) throw notFound('actor', id);
    return row;
  };

  return {
    'actors.create': ({ kind, name, names, description }) => {
      const id = context.newId();
      commands.run(`Add actor “${name}”`, { topics }, () => {
        const seq = store.insert(id, { kind, name, description: description ?? '' }, now());
        store.setNames(seq, completeNames(name, names ?? []));
      });
      return get(id);
    },

    'actors.accept': ({ items }) => {
      const made = items.map((item) => ({ ...item, id: context.newId() }));
      const more = made.length === 1 ? '' : ` and ${made.length - 1} more`;
      commands.run(`Add actor “${made[0]?.name ?? ''}”${more}`, { topics }, () => {
        for (const { id, kind, name, names } of made) {
          const seq = store.insert(id, { kind, name, description: '' }, now());
          store.setNames(seq, completeNames(name, names ?? []));
        }
      });
      return { items: made.map(({ id }) => get(id)) };
    },

    'actors.update': ({ id, kind, name, names, description }) => {
      const row = rowOf(id);
      const changed: ActorRow = {
        ...row,
        kind: kind ?? row.kind,
        name: name ?? row.name,
        description: description ?? row.description,
      };
      commands.run(`Edit actor “${changed.name}”`, { topics }, () => {
        store.update(changed, now());
        if (kind === undefined && name === undefined && names === undefined) return;
        store.setNames(row.seq, completeNames(changed.name, names ?? get(id).names));
      });
      return get(id);
    },

    'actors.delete': ({ id }) => {
      const { seq, name } = rowOf(id);
      commands.run(`Delete actor “${name}”`, { topics: [...topics, 'statements'] }, () => {
        // Names go first, so that their articles are read again without them.
        store.setNames(seq, []);
        store.delete(seq);
      });
      return { id };
    },

    'actors.list': (filter) => {
      const items = store.list(filter);
      return { items, total: items.length };
    },

    'actors.get': ({ id }) => get(id),

    ...mergeHandlers({ context, store, mentions, get, rowOf }),

    'mentions.list': ({ actorId, articleId, limit }) =>
      mentions.list({ actorId, articleId }, limit),

    'mentions.update': ({ actorId, articleId, start, end, status }) => {
      const actor = rowOf(actorId);
      const article = textOf(db, articleId);
      const isHere = (item: { start: number; end: number; actor: number }) =>
        item.start === start && item.end === end && item.actor === actor.seq;
      if (start >= end || end > article.text.length) {
        throw new AttacheError(
          'invalid-input',
          `“${article.title}” has no words from ${start} to ${end}. Select the name again.`,
          { field: end > article.text.length ? 'end' : 'start' },
        );
      }
      if (status !== 'confirmed' && !mentions.of(article.seq).some(isHere)) {
        throw new AttacheError(
          'not-found',
          `“${actor.name}” has no mention from ${start} to ${end} in “${article.title}”.`,
          { field: 'start' },
        );
      }
      const verb = { confirmed: 'Confirm', rejected: 'Reject', proposed: 'Reopen' }[status];
      const text = article.text.slice(start, end);
      const label = `${verb} “${text}” as ${actor.name}`;
      commands.run(label, { topics, articleIds: [articleId] }, () =>
        mentions.decide(article.seq, { start, end, actor: actor.seq, status }),
      );
      const kept = mentions.of(article.seq).find(isHere);
      return { actorId, articleId, start, end, text, status: kept?.status ?? 'rejected' };
    },
  };
}
