import { AttacheError, notFound } from '../../../shared/contract/errors.ts';
import type { Handlers } from '../../../shared/contract/methods.ts';
import { tagNameSchema, type Tag } from '../../../shared/model/tag.ts';
import { beginningOf } from '../../../shared/text/shorten.ts';
import {
  isWithinTag,
  renamedTag,
  tagBeneath,
  tagLabel,
  tagsAbove,
} from '../../../shared/text/tag-names.ts';
import type { LibraryContext } from '../context.ts';
import { outline } from './outline.ts';
import { tagStore } from './store.ts';

type Methods =
  | 'tags.list'
  | 'tags.create'
  | 'tags.update'
  | 'tags.rename'
  | 'tags.move'
  | 'tags.merge'
  | 'tags.delete';

const beneathItself = (name: string, to: string, field: string) =>
  new AttacheError(
    'invalid-input',
    `“${to}” stands beneath “${name}”, so “${name}” cannot go there. Choose another place.`,
    { field },
  );

function refuseLong(names: readonly string[], field: string): void {
  const long = names.find((name) => !tagNameSchema.safeParse(name).success);
  if (long === undefined) return;
  throw new AttacheError(
    'invalid-input',
    `A tag would be called “${beginningOf(long, 60)}…”, which is longer than 200 characters.`,
    { field },
  );
}

export function tagHandlers(context: LibraryContext): Handlers<Methods> {
  const { commands, db } = context;
  const store = tagStore(db);
  const now = () => context.now().toISOString();

  const find = (name: string): Tag => {
    const found = outline(store).find((tag) => tag.name === name);
    if (found === undefined) throw notFound('tag', name);
    return found;
  };
  /** The tag and those beneath it. Throws `not-found`. */
  const branch = (name: string, field = 'name'): string[] => {
    const names = store.names().filter((other) => isWithinTag(other, name));
    if (names.length > 0) return names;
    throw new AttacheError('not-found', `There is no tag “${name}” in this library.`, { field });
  };
  const exists = (name: string) =>
    store.names().some((other) => other === name || tagsAbove(other).includes(name));

  /** One undo step on passages that carry one of `names`. */
  function change(label: string, names: readonly string[], name: string, work: () => void) {
    const { annotations, articleIds } = store.reach(names);
    commands.run(label, { topics: ['annotations'], articleIds }, work);
    return { name, annotations };
  }

  function rename(name: string, to: string, field: string, label: string) {
    const names = branch(name);
    if (to === name) return { name, annotations: 0 };
    if (isWithinTag(to, name)) throw beneathItself(name, to, field);
    if (exists(to)) {
      throw new AttacheError(
        'conflict',
        `There is a tag “${to}” already. Choose another name, or merge the two.`,
        { field },
      );
    }
    refuseLong(
      names.map((each) => renamedTag(each, name, to)),
      field,
    );
    return change(label, names, to, () => {
      for (const each of names) store.rename(each, renamedTag(each, name, to));
    });
  }

  return {
    'tags.list': () => ({ items: outline(store) }),

    'tags.create': ({ name: written, colour }) => {
      const name = written.normalize('NFC');
      if (exists(name)) {
        throw new AttacheError('conflict', `There is a tag “${name}” already.`, { field: 'name' });
      }
      change(`Make tag “${name}”`, [], name, () => store.make(name, colour ?? null, now()));
      return find(name);
    },

    'tags.update': ({ name, colour }) => {
      find(name);
      change(`Colour of tag “${name}”`, [name], name, () => {
        store.make(name, colour, now());
        store.setColour(name, colour);
      });
      return find(name);
    },

    'tags.rename': ({ name, to }) =>
      rename(name, to.normalize('NFC'), 'to', `Rename tag “${name}”`),

    'tags.move': ({ name, into }) => {
      if (into !== null && isWithinTag(into, name)) throw beneathItself(name, into, 'into');
      const to = tagBeneath(into?.normalize('NFC') ?? null, tagLabel(name));
      return rename(name, to, 'into', `Move tag “${name}”`);
    },

    'tags.merge': ({ into: written, from }) => {
      const into = written.normalize('NFC');
      if (!exists(into)) throw notFound('tag', into);
      // The lowest first: what is named itself goes there itself, not with the tag above it.
      const lowestFirst = from.toSorted((a, b) => b.length - a.length);
      const names = new Map<string, string>();
      for (const name of lowestFirst) {
        if (isWithinTag(into, name)) throw beneathItself(name, into, 'into');
        for (const each of branch(name, 'from')) {
          if (!names.has(each)) names.set(each, renamedTag(each, name, into));
        }
      }
      refuseLong([...names.values()], 'into');
      const label = `Merge ${from.map((name) => `“${name}”`).join(', ')} into “${into}”`;
      return change(label, [...names.keys()], into, () => {
        for (const [each, to] of names) store.rename(each, to);
      });
    },

    'tags.delete': ({ name }) => {
      const names = branch(name);
      return change(`Delete tag “${name}”`, names, name, () => {
        for (const each of names) store.remove(each);
      });
    },
  };
}
