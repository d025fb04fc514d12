import type { ActorKind } from '../../model/actor.ts';
import { foldWord } from './fold-word.ts';
import { identity } from './identity.ts';
import { nameWords } from './words.ts';

/** What the spellings of one name share, over all texts; a person has one for each word order. */
export const proposalKeys = (kind: ActorKind, name: string): string[] =>
  identity({
    kind: kind === 'person' || kind === 'organisation' ? kind : 'place',
    text: name,
  }).keys.map((key) => `${kind} ${key}`);

export const isSingleWord = (name: string): boolean => nameWords(name).length === 1;

/** Spellings of names that need no kind to be the same: two words or more. */
const spellingKey = (name: string): string | null =>
  isSingleWord(name) ? null : `= ${foldWord(name.replaceAll(/\s+/gu, ' '))}`;

/** What a name of this kind is compared with others by. */
export function comparedBy(kind: ActorKind, spellings: readonly string[]): string[] {
  return spellings.flatMap((spelling) => {
    const whole = spellingKey(spelling);
    return whole === null ? proposalKeys(kind, spelling) : [...proposalKeys(kind, spelling), whole];
  });
}
