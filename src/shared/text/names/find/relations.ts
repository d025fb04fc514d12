import { legalForms } from './lexicon.ts';
import type { PlacedWord } from './lines.ts';
import type { FoundKind } from './weights.ts';

/** Joining words and legal forms are left out: "Baltic Timber and Paper Inc" is "BTP". */
const initialsOf = (words: readonly string[]) =>
  words
    .filter((word) => !/^(?:of|for|and|the|on|in)$/u.test(word) && !legalForms.has(word))
    .map((word) => word[0] ?? '')
    .join('');

/** Where a word stands in a longer name. */
type Role = 'first' | 'inner' | 'last';

/** Of each word of a name where it stands: at its end, else at its beginning, else inside. */
function rolesIn(words: readonly string[]): Map<string, Role> {
  const roles = new Map<string, Role>();
  for (const word of words.slice(1, -1)) roles.set(word, 'inner');
  roles.set(words[0] ?? '', 'first');
  roles.set(words.at(-1) ?? '', 'last');
  return roles;
}

/** The kinds of a document's names as they are decided, and what the longer say of the shorter. */
export class KnownKinds {
  readonly #kinds = new Map<string, FoundKind>();
  /** A feature, by the shorter name it speaks of, and how many longer names give it. */
  readonly #told = new Map<string, Map<string, number>>();

  of(key: string): FoundKind | undefined {
    return this.#kinds.get(key);
  }

  /** Null: no name. */
  decide(key: string, kind: FoundKind | null): void {
    const known = this.#kinds.get(key);
    if (known === (kind ?? undefined)) return;
    if (known !== undefined) this.#tell(key, known, -1);
    if (kind === null) this.#kinds.delete(key);
    else {
      this.#kinds.set(key, kind);
      this.#tell(key, kind, 1);
    }
  }

  featuresOf(key: string): string[] {
    return [...(this.#told.get(key)?.keys() ?? [])];
  }

  #tell(key: string, kind: FoundKind, by: 1 | -1): void {
    const words = key.split(' ');
    if (kind === 'organisation') {
      const initials = initialsOf(words);
      if (initials.length > 1 && initials !== key)
        this.#count(initials, 'initials of an organisation', by);
      if (legalForms.has(words.at(-1) ?? '') && words.length > 1)
        this.#count(words.slice(0, -1).join(' '), 'with a legal form', by);
    }
    if (words.length < 2) return;
    for (const [word, role] of rolesIn(words)) this.#count(word, `${role} word of a ${kind}`, by);
  }

  #count(key: string, feature: string, by: 1 | -1): void {
    const features = this.#told.get(key) ?? new Map<string, number>();
    const times = (features.get(feature) ?? 0) + by;
    if (times > 0) features.set(feature, times);
    else features.delete(feature);
    this.#told.set(key, features);
  }
}

const isJoining = (word: PlacedWord | undefined) =>
  word !== undefined && /^(?:and|or|nor)$/u.test(word.text) && /^,?\s+$/u.test(word.gap);

/** The words of a name as they stand in a text: the indices of its first word and of the one after. */
export interface Standing {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Names that stand in one list, for each of them the others: "Lund, Moss and Vale". A comma alone
 * may stand between a town and its state; it counts where the list goes on to an "and".
 */
export function listedTogether(
  words: readonly PlacedWord[],
  places: readonly Standing[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const join = (a: string, b: string) => {
    if (a === b) return;
    found.set(a, (found.get(a) ?? new Set()).add(b));
    found.set(b, (found.get(b) ?? new Set()).add(a));
  };
  let isList = false;
  for (let index = places.length - 1; index > 0; index -= 1) {
    const [one, next] = [places[index - 1], places[index]];
    if (one === undefined || next === undefined) break;
    const gap = words[next.from]?.gap ?? '';
    const isPair = next.from === one.to + 1 && isJoining(words[one.to]) && /^\s+$/u.test(gap);
    isList = isPair || (isList && next.from === one.to && /^,\s+$/u.test(gap));
    if (isList) join(one.key, next.key);
  }
  return found;
}

/** What the names listed with a name say of it. */
export const listFeatures = (
  key: string,
  others: ReadonlySet<string>,
  kinds: KnownKinds,
): string[] => {
  const one = key.includes(' ') ? '' : 'one word ';
  return [
    ...new Set(
      Array.from(others, (other) => kinds.of(other))
        .filter((kind) => kind !== undefined)
        .map((kind) => `${one}listed with a ${kind}`),
    ),
  ];
};
