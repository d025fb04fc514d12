import type { ActorKind } from '../../model/actor.ts';
import type { TextRange } from '../../model/ranges.ts';
import { parsePersonName, shortKeys, surnames, unitKey } from './person-name.ts';
import { comparedBy } from './proposal-keys.ts';
import { isWorthProposing } from './propose.ts';
import { namesFrom } from './spellings.ts';

/** What one article says of a name. */
export interface NameSample {
  /** A number of its own for each article. */
  readonly article: number;
  readonly articleId: string;
  readonly spellings: readonly string[];
  readonly places: readonly TextRange[];
  readonly mentions: number;
}

/** A name over all articles, with what some of them say of it. */
export interface SampledName {
  /** What its spellings share. */
  readonly key: string;
  readonly kind: ActorKind;
  readonly mentions: number;
  readonly samples: readonly NameSample[];
}

/** Names that belong to one actor. */
export interface JoinedName {
  readonly kind: ActorKind;
  readonly name: string;
  readonly spellings: readonly string[];
  /** All of them, the inferred ones as well. */
  readonly mentions: number;
  /** Those by surname alone in articles that never give the whole name: who is meant is likely, not said. */
  readonly inferred: number;
  /** Every key and folded spelling it is known by. */
  readonly keys: ReadonlySet<string>;
  readonly samples: readonly NameSample[];
  /** The articles of the inferred mentions. One says nothing of who is meant in another. */
  readonly inferredIn: readonly NameSample[];
}

interface Group {
  readonly kinds: Map<ActorKind, number>;
  readonly spellings: Map<string, number>;
  readonly keys: Set<string>;
  readonly samples: NameSample[];
  readonly inferredIn: NameSample[];
  mentions: number;
  inferred: number;
}

const isLoose = ({ kind, samples }: SampledName): boolean =>
  kind === 'person' &&
  samples.every(({ spellings }) =>
    spellings.every((spelling) => parsePersonName(spelling).units.length === 1),
  );

/** What `joinNames` makes of the names, but for what is worth proposing. */
export function joinAllNames(names: readonly SampledName[]): JoinedName[] {
  const groups = new Set<Group>();
  const byKey = new Map<string, Group>();
  for (const name of names.filter((one) => !isLoose(one))) add(groups, byKey, name);
  const bearers = bearersOf(groups);
  for (const name of names.filter(isLoose)) {
    const word = unitKey(parsePersonName(name.samples[0]?.spellings[0] ?? '').units[0] ?? []);
    const owners = bearers.get(word);
    const [only] = owners ?? [];
    if (owners === undefined || only === undefined) add(groups, byKey, name);
    else if (owners.size === 1) {
      only.inferred += name.mentions;
      only.inferredIn.push(...name.samples);
    }
  }
  return [...groups].map(toJoined);
}

/**
 * Joins names that share a key over all articles. A lone word is one person in all of them only
 * where nobody bears it as a surname ("Sade"). A surname in an article that never has the whole name
 * ("van Dijk" too) is inferred to be its one bearer's, and kept apart from what is said; where it
 * could be several people's it is left out. A first name is nobody's outside an article that has the
 * whole name, where it has been joined to it.
 */
export const joinNames = (names: readonly SampledName[]): JoinedName[] =>
  joinAllNames(names)
    .filter(isWorthProposing)
    .sort((a, b) => b.mentions - a.mentions || a.name.localeCompare(b.name));

function add(groups: Set<Group>, byKey: Map<string, Group>, name: SampledName): void {
  const { kind, key, mentions, samples } = name;
  const spellings = new Map<string, number>();
  for (const sample of samples) {
    for (const spelling of sample.spellings) {
      spellings.set(spelling, (spellings.get(spelling) ?? 0) + 1);
    }
  }
  const keys = new Set([key, ...comparedBy(kind, [...spellings.keys()])]);
  const group: Group = {
    kinds: new Map([[kind, mentions]]),
    spellings,
    keys,
    samples: [...samples],
    inferredIn: [],
    mentions,
    inferred: 0,
  };
  const known = new Set([...keys].map((one) => byKey.get(one)).filter((one) => one !== undefined));
  for (const other of known) {
    groups.delete(other);
    takeIn(group, other);
  }
  groups.add(group);
  for (const one of group.keys) byKey.set(one, group);
}

function takeIn(group: Group, other: Group): void {
  for (const [kind, n] of other.kinds) group.kinds.set(kind, (group.kinds.get(kind) ?? 0) + n);
  for (const [spelling, n] of other.spellings) {
    group.spellings.set(spelling, (group.spellings.get(spelling) ?? 0) + n);
  }
  for (const key of other.keys) group.keys.add(key);
  group.samples.unshift(...other.samples);
  group.mentions += other.mentions;
}

/** Folded surname → the people who bear it. */
function bearersOf(groups: ReadonlySet<Group>): Map<string, Set<Group>> {
  const bearers = new Map<string, Set<Group>>();
  for (const group of groups) {
    if (!group.kinds.has('person')) continue;
    for (const spelling of group.spellings.keys()) {
      for (const word of shortKeys(surnames(parsePersonName(spelling)))) {
        bearers.set(word, (bearers.get(word) ?? new Set()).add(group));
      }
    }
  }
  return bearers;
}

function toJoined({ kinds, spellings, mentions, inferred, ...told }: Group): JoinedName {
  const kind = [...kinds].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'other';
  const { name, names } = namesFrom(kind, spellings);
  return { ...told, kind, name, spellings: names, mentions: mentions + inferred, inferred };
}
