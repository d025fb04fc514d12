import { legalForms } from './lexicon.ts';
import type { PlacedWord } from './lines.ts';
import type { FoundKind } from './weights.ts';

/** Joining words and legal forms are left out: "Baltic Timber and Paper Inc" is "BTP". */
const initialsOf = (key: string) =>
  key
    .split(' ')
    .filter((word) => !/^(?:of|for|and|the|on|in)$/u.test(word) && !legalForms.has(word))
    .map((word) => word[0] ?? '')
    .join('');

/** What the longer names of a document, whose kinds are known, say of a shorter one. */
export function relationFeatures(key: string, kinds: ReadonlyMap<string, FoundKind>): string[] {
  const found = new Set<string>();
  for (const [longer, kind] of kinds) {
    if (longer === key) continue;
    if (kind === 'organisation' && key.length > 1 && initialsOf(longer) === key) {
      found.add('initials of an organisation');
    }
    const isFirst = longer.startsWith(`${key} `);
    const isLast = longer.endsWith(` ${key}`);
    const isFirm = kind === 'organisation' && legalForms.has(longer.slice(key.length + 1));
    if (isFirst && isFirm) found.add('with a legal form');
    if (key.includes(' ')) continue;
    if (isLast) found.add(`last word of a ${kind}`);
    else if (isFirst) found.add(`first word of a ${kind}`);
    else if (longer.includes(` ${key} `)) found.add(`inner word of a ${kind}`);
  }
  return [...found];
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
  kinds: ReadonlyMap<string, FoundKind>,
): string[] => {
  const one = key.includes(' ') ? '' : 'one word ';
  return [
    ...new Set(
      Array.from(others, (other) => kinds.get(other))
        .filter((kind) => kind !== undefined)
        .map((kind) => `${one}listed with a ${kind}`),
    ),
  ];
};
