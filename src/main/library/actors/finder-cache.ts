import { MentionFinder, type NamedActor } from '../../../shared/text/names/mentions.ts';
import type { OfficeStore } from './office-store.ts';
import type { ActorStore, NameOwner } from './store.ts';

const rowKey = ({ actor, kind, scope, article }: NameOwner): string =>
  `${actor} ${kind} ${scope} ${article ?? ''}`;

const toNamed = ({ actor, kind, ...name }: NameOwner): NamedActor => ({
  key: actor,
  kind,
  names: [name],
});

/** The finder over all names, kept between the commits. */
export interface FinderCache {
  get(): MentionFinder;
  /** Takes in what became of these names; a name that went away has the finder made anew. */
  follow(names: readonly string[]): void;
  forget(): void;
}

export function finderCache(store: ActorStore, offices: OfficeStore): FinderCache {
  let finder: MentionFinder | undefined;
  /** Actors somebody holds an office of: what they are called says which state that is. */
  let owners = new Set<number | null>();
  /** The rows the finder was made of, by name. */
  let known = new Map<string, ReadonlySet<string>>();

  return {
    get() {
      if (finder !== undefined) return finder;
      const rows = store.nameRows();
      known = new Map(
        [...Map.groupBy(rows, ({ name }) => name)].map(([name, same]) => [
          name,
          new Set(same.map(rowKey)),
        ]),
      );
      const holders = offices.holders();
      owners = new Set(holders.flatMap((holder) => holder.offices?.map(({ of }) => of) ?? []));
      finder = new MentionFinder([...rows.map(toNamed), ...holders]);
      return finder;
    },

    follow(names) {
      if (finder === undefined) return;
      if (finder.isEmpty) {
        finder = undefined;
        return;
      }
      for (const name of names) {
        const rows = store.nameRows(name);
        const now = new Set(rows.map(rowKey));
        const before = known.get(name) ?? new Set<string>();
        const isOwner = rows.some(({ actor }) => owners.has(actor));
        if (isOwner || [...before].some((row) => !now.has(row))) {
          finder = undefined;
          return;
        }
        for (const row of rows) if (!before.has(rowKey(row))) finder.add(toNamed(row));
        known.set(name, now);
      }
    },

    forget() {
      finder = undefined;
    },
  };
}
