import type { ActorKind } from '../../model/actor.ts';
import type { TextRange } from '../../model/ranges.ts';

/** Everything in one text that names one person, state, organisation or place. */
export interface NameGroup {
  readonly kind: ActorKind;
  /** Every way the name is written in full, and how often. */
  readonly spellings: ReadonlyMap<string, number>;
  readonly places: readonly TextRange[];
  /** Said to be another bearer of a name than the one meant by it alone: "the elder Moss". */
  readonly isNamesake: boolean;
}

interface Entry {
  readonly kinds: Map<ActorKind, number>;
  readonly spellings: Map<string, number>;
  readonly places: TextRange[];
  isNamesake: boolean;
}

const count = <K>(counts: Map<K, number>, key: K, by = 1) =>
  counts.set(key, (counts.get(key) ?? 0) + by);

/** Groups of names while they are being made; a group is known by a string. */
export class GroupBook {
  readonly #entries = new Map<string, Entry>();
  readonly #byKey = new Map<string, string>();
  readonly #joined = new Map<string, string>();

  /**
   * The group of a name, one for all its keys. Organisations and places share theirs: one article's
   * organisation is another's place, and the most votes decide.
   */
  groupFor(kind: ActorKind, keys: readonly string[]): string {
    const shelf = kind === 'organisation' ? 'other' : kind;
    const all = keys.map((key) => `${shelf} ${key}`);
    const known = all.map((key) => this.#byKey.get(key)).find((group) => group !== undefined);
    const group = known ?? all[0] ?? shelf;
    for (const key of all) if (!this.#byKey.has(key)) this.#byKey.set(key, group);
    return this.current(group);
  }

  /** The group that a group has been joined to. */
  current(group: string): string {
    let at = group;
    for (let next = this.#joined.get(at); next !== undefined; next = this.#joined.get(at))
      at = next;
    return at;
  }

  #entryOf(group: string): Entry {
    const at = this.current(group);
    const known = this.#entries.get(at);
    if (known !== undefined) return known;
    const entry: Entry = { kinds: new Map(), spellings: new Map(), places: [], isNamesake: false };
    this.#entries.set(at, entry);
    return entry;
  }

  add(group: string, kind: ActorKind, text: string, place: TextRange): void {
    const entry = this.#entryOf(group);
    count(entry.kinds, kind);
    count(entry.spellings, text.replaceAll(/\s+/gu, ' '));
    entry.places.push(place);
  }

  /** A place without a spelling of its own: a surname alone, "the Ministry". */
  addPlace(group: string, place: TextRange): void {
    this.#entryOf(group).places.push(place);
  }

  /** A place of another bearer of the name `key` than the one meant by it alone. */
  addNamesake(key: string, text: string, place: TextRange): void {
    const group = this.groupFor('person', [`another ${key}`]);
    this.add(group, 'person', text, place);
    this.#entryOf(group).isNamesake = true;
  }

  join(one: string, other: string): void {
    const [into, from] = [this.current(one), this.current(other)];
    const [kept, gone] = [this.#entries.get(into), this.#entries.get(from)];
    if (into === from || kept === undefined || gone === undefined) return;
    for (const [kind, by] of gone.kinds) count(kept.kinds, kind, by);
    for (const [spelling, by] of gone.spellings) count(kept.spellings, spelling, by);
    kept.places.push(...gone.places);
    this.#entries.delete(from);
    this.#joined.set(from, into);
  }

  groups(): NameGroup[] {
    return [...this.#entries.values()].map(({ kinds, spellings, places, isNamesake }) => {
      const [[kind] = ['other' as const]] = [...kinds].sort((a, b) => b[1] - a[1]);
      return { kind, spellings, places, isNamesake };
    });
  }
}
