import type { ActorKind } from '../../model/actor.ts';
import { stateNamed } from './states.ts';
import { nameWords } from './words.ts';

/** Written in capitals: all of it, or a person's family name, as "QUINN Orla". */
const isShouted = (kind: ActorKind, name: string): boolean =>
  (name === name.toUpperCase() && name !== name.toLowerCase()) ||
  (kind === 'person' && /\p{Lu}{3}/u.test(name));

/** The folded words in any order. */
const wordsIn = (name: string): string =>
  nameWords(name)
    .map(({ folded }) => folded)
    .sort()
    .join(' ');

/**
 * What to call somebody and the other names, from the spellings with their counts. A state has its
 * name of the table. What a headline has in capitals is no other name: it is found by the same words.
 */
export function namesFrom(
  kind: ActorKind,
  spellings: ReadonlyMap<string, number>,
): { readonly name: string; readonly names: readonly string[] } {
  const written = [...spellings]
    .sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)
    .map(([spelling]) => spelling);
  const spoken = written.filter((spelling) => !isShouted(kind, spelling));
  const state = kind === 'state' ? stateNamed(written[0] ?? '')?.name : undefined;
  const name = state ?? spoken[0] ?? written[0] ?? '';
  const known = new Set([name, ...spoken].map(wordsIn));
  const others = written.filter(
    (spelling) => !isShouted(kind, spelling) || !known.has(wordsIn(spelling)),
  );
  return { name, names: [...new Set([name, ...others])] };
}
