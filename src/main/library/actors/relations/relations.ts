import { AttacheError, notFound } from '../../../../shared/contract/errors.ts';
import type { Handlers } from '../../../../shared/contract/methods.ts';
import type { Relation } from '../../../../shared/model/relation.ts';
import { foldWord } from '../../../../shared/text/names/fold-word.ts';
import type { LibraryContext } from '../../context.ts';
import { actorStore, type ActorRow } from '../store.ts';
import { wayUp, writtenWay } from './hierarchy.ts';
import {
  relationStore,
  toRelation,
  type RelationFields,
  type RelationRow,
} from './relation-store.ts';

type Methods = 'relations.list' | 'relations.create' | 'relations.update' | 'relations.delete';

const words: Readonly<Record<Relation['kind'], string>> = {
  'member-of': 'member of',
  office: 'holds an office in',
  'part-of': 'part of',
};

/** `2026-03` may still be after `2026-03-11`: what is not known contradicts nothing. */
function refuseBackwards({ from, until }: RelationFields): void {
  if (from === null || until === null) return;
  const length = Math.min(from.length, until.length);
  if (from.slice(0, length) <= until.slice(0, length)) return;
  throw new AttacheError('invalid-input', `It cannot end (${until}) before it begins (${from}).`, {
    field: 'until',
  });
}

type Said = Pick<Relation, 'kind' | 'title' | 'from' | 'until'> & {
  readonly subject: ActorRow;
  readonly object: ActorRow | null;
};

/** Memberships, offices and parts, each recorded once, with no actor above itself. */
export function relationHandlers(context: LibraryContext): Handlers<Methods> {
  const { commands, db } = context;
  const store = relationStore(db);
  const actors = actorStore(db);
  const now = () => context.now().toISOString();
  const topics = ['actors'] as const;

  const actorOf = (id: string): ActorRow => {
    const row = actors.row(id);
    if (row === undefined) throw notFound('actor', id);
    return row;
  };
  const rowOf = (id: string): RelationRow => {
    const row = store.get(id);
    if (row === undefined) throw notFound('relation', id);
    return row;
  };

  function refuseWithout(kind: Relation['kind'], hasObject: boolean, title: string): void {
    if (hasObject) return;
    if (kind !== 'office') {
      throw new AttacheError('invalid-input', `Say which actor it is ${words[kind]}.`, {
        field: 'object',
      });
    }
    if (title === '') {
      throw new AttacheError('invalid-input', 'Say which office it is.', { field: 'title' });
    }
  }

  /** `but`: the relation that is being changed. */
  function refuseTwice({ kind, subject, object, title, from, until }: Said, but?: string): void {
    const same = store
      .list(subject.id)
      .find(
        (known) =>
          known.id !== but &&
          known.kind === kind &&
          known.subject.id === subject.id &&
          known.object?.id === object?.id &&
          foldWord(known.title) === foldWord(title) &&
          known.from === from &&
          known.until === until,
      );
    if (same === undefined) return;
    const what =
      kind === 'office'
        ? [same.title, object?.name].filter(Boolean).join(', ')
        : `${words[kind]} ${object?.name ?? ''}`;
    throw new AttacheError(
      'conflict',
      `“${subject.name}”: ${what} is recorded already, with the same dates.`,
    );
  }

  return {
    'relations.list': ({ actorId }) => {
      if (actorId !== undefined) actorOf(actorId);
      return { items: store.list(actorId) };
    },

    'relations.create': ({ kind, subject, object, title = '', from = null, until = null }) => {
      const below = actorOf(subject);
      const above = object === undefined ? null : actorOf(object);
      refuseWithout(kind, above !== null, title);
      refuseBackwards({ title, from, until });
      const way = above === null || kind === 'office' ? null : wayUp(db, above, below);
      if (way !== null) {
        throw new AttacheError(
          'conflict',
          way.length === 1
            ? `“${below.name}” cannot be ${words[kind]} itself.`
            : `“${below.name}” would come to stand above itself: ${writtenWay(way)}.`,
          { field: 'object' },
        );
      }
      refuseTwice({ kind, subject: below, object: above, title, from, until });
      const id = context.newId();
      const label = `“${below.name}”: ${[title, words[kind], above?.name].filter(Boolean).join(' ')}`;
      commands.run(label, { topics }, () =>
        store.insert(
          { id, kind, subject: below.seq, object: above?.seq ?? null },
          { title, from, until },
          now(),
        ),
      );
      return toRelation(rowOf(id));
    },

    'relations.update': ({ id, title, from, until }) => {
      const row = rowOf(id);
      const changed: RelationFields = {
        title: title ?? row.title,
        from: from === undefined ? row.from : from,
        until: until === undefined ? row.until : until,
      };
      refuseWithout(row.kind, row.objectId !== null, changed.title);
      refuseBackwards(changed);
      const { kind, subjectId, objectId } = row;
      const object = objectId === null ? null : actorOf(objectId);
      refuseTwice({ ...changed, kind, subject: actorOf(subjectId), object }, id);
      commands.run(`Edit what “${row.subjectName}” is`, { topics }, () =>
        store.update(row.seq, changed, now()),
      );
      return toRelation(rowOf(id));
    },

    'relations.delete': ({ id }) => {
      const { seq, subjectName } = rowOf(id);
      commands.run(`Take away what “${subjectName}” is`, { topics }, () => store.delete(seq));
      return { id };
    },
  };
}
