import { AttacheError } from '../../../shared/contract/errors.ts';
import type { Handlers } from '../../../shared/contract/methods.ts';
import type { Actor } from '../../../shared/model/actor.ts';
import { foldWord } from '../../../shared/text/names/fold-word.ts';
import type { LibraryContext } from '../context.ts';
import { wayRound, writtenWay } from './relations/hierarchy.ts';
import type { MentionStore } from './mention-store.ts';
import type { ActorRow, ActorStore } from './store.ts';

/** What merging and splitting work with. */
interface MergePorts {
  readonly context: LibraryContext;
  readonly store: ActorStore;
  readonly mentions: MentionStore;
  readonly get: (id: string) => Actor;
  readonly rowOf: (id: string) => ActorRow;
}

const topics = ['actors', 'mentions', 'statements', 'notes'] as const;

/** One actor out of several, two out of one, and a name from one to another. */
export function mergeHandlers({
  context,
  store,
  mentions,
  get,
  rowOf,
}: MergePorts): Handlers<'actors.merge' | 'actors.split' | 'actors.moveName'> {
  const { commands } = context;
  const now = () => context.now().toISOString();

  /** Decisions about places that carry one of the names go with the names. */
  function handDecisions(from: number, to: number, names: ReadonlySet<string>): void {
    for (const decision of mentions.decisionsOf(from)) {
      const { article, start, end } = decision;
      const words = mentions.textOf(article).slice(start, end);
      if (!names.has(foldWord(words))) continue;
      mentions.decide(article, { ...decision, status: 'proposed' });
      mentions.decide(article, { ...decision, actor: to });
    }
  }

  return {
    'actors.merge': ({ into, from }) => {
      const target = rowOf(into);
      const others = [...new Set(from)].map((id) => rowOf(id));
      if (others.some(({ seq }) => seq === target.seq)) {
        throw new AttacheError(
          'invalid-input',
          `“${target.name}” cannot be merged into itself. Choose the other actors only.`,
          { field: 'from' },
        );
      }
      const merged = others.map(({ name }) => `“${name}”`).join(', ');
      commands.run(`Merge ${merged} into “${target.name}”`, { topics }, () => {
        const names = [target, ...others].flatMap(({ id }) => get(id).names);
        const distinct = new Map(names.map((name) => [JSON.stringify(name), name]));
        for (const { seq } of others) {
          store.hand(seq, target.seq);
          store.setNames(seq, []);
          store.delete(seq);
        }
        store.setNames(target.seq, [...distinct.values()]);
        store.update(target, now());
        const way = wayRound(context.db, target);
        if (way !== null) {
          throw new AttacheError(
            'conflict',
            `${merged} cannot be merged into “${target.name}”: one would stand above the other by a way round (${writtenWay(way)}). Take one of these relations away first.`,
            { field: 'from' },
          );
        }
      });
      return get(into);
    },

    'actors.split': ({ id, names, name }) => {
      const source = rowOf(id);
      const all = get(id).names;
      const taken = all.filter((item) => names.includes(item.name));
      const kept = all.filter((item) => !names.includes(item.name));
      const missing = names.find((item) => !taken.some((known) => known.name === item));
      if (missing !== undefined) {
        throw new AttacheError(
          'invalid-input',
          `“${source.name}” has no name “${missing}” that could be taken off.`,
          { field: 'names' },
        );
      }
      const [first] = taken;
      const remaining = kept.find((item) => item.name === source.name) ?? kept[0];
      if (first === undefined || remaining === undefined) {
        throw new AttacheError(
          'invalid-input',
          `“${source.name}” would have no name left. Leave it at least one.`,
          { field: 'names' },
        );
      }
      const preferred = name ?? first.name;
      const createdId = context.newId();
      commands.run(`Split “${preferred}” off “${source.name}”`, { topics }, () => {
        const seq = store.insert(
          createdId,
          { kind: source.kind, name: preferred, description: '' },
          now(),
        );
        store.setNames(source.seq, kept);
        store.update({ ...source, name: remaining.name }, now());
        const isNamed = taken.some((item) => item.name === preferred);
        store.setNames(seq, isNamed ? taken : [{ name: preferred, scope: 'everywhere' }, ...taken]);
        handDecisions(source.seq, seq, new Set(taken.map((item) => foldWord(item.name))));
      });
      return { actor: get(id), created: get(createdId) };
    },

    'actors.moveName': ({ id, name, to }) => {
      const source = rowOf(id);
      const target = rowOf(to);
      const all = get(id).names;
      const taken = all.filter((item) => item.name === name);
      const kept = all.filter((item) => item.name !== name);
      if (taken.length === 0) {
        throw new AttacheError(
          'invalid-input',
          `“${source.name}” has no name “${name}” that could be given away.`,
          { field: 'name' },
        );
      }
      if (source.seq === target.seq) {
        throw new AttacheError(
          'invalid-input',
          `“${name}” is a name of “${source.name}” already.`,
          {
            field: 'to',
          },
        );
      }
      const [first] = kept;
      if (first === undefined) {
        throw new AttacheError(
          'invalid-input',
          `“${name}” is the only name of “${source.name}”. Merge the two actors instead.`,
          { field: 'name' },
        );
      }
      const distinct = new Map(
        [...get(to).names, ...taken].map((item) => [JSON.stringify(item), item]),
      );
      commands.run(`Give “${name}” of “${source.name}” to “${target.name}”`, { topics }, () => {
        store.setNames(source.seq, kept);
        store.update({ ...source, name: source.name === name ? first.name : source.name }, now());
        store.setNames(target.seq, [...distinct.values()]);
        store.update(target, now());
        handDecisions(source.seq, target.seq, new Set([foldWord(name)]));
      });
      return { from: get(id), to: get(to) };
    },
  };
}
