import type { ActorKind } from '../../model/actor.ts';
import type { TextRange } from '../../model/ranges.ts';
import { proposalKeys } from './proposal-keys.ts';
import type { ProposedActor } from './propose.ts';

/** One name of an article: how it is spelled there, and where it stands. */
export interface ArticleName {
  /** What its spellings share over all articles. */
  readonly key: string;
  readonly kind: ActorKind;
  readonly spellings: readonly string[];
  readonly places: readonly TextRange[];
}

/** The names of one article, each under the key its spellings share. */
export function articleNames(found: readonly ProposedActor[]): ArticleName[] {
  const names = new Map<string, ArticleName>();
  for (const { kind, name, names: spellings, evidence } of found) {
    const [key = `${kind} ${name}`] = proposalKeys(kind, name).toSorted();
    const known = names.get(key);
    names.set(key, {
      key,
      kind,
      spellings: [...new Set([...(known?.spellings ?? []), ...spellings])],
      places: [...(known?.places ?? []), ...evidence],
    });
  }
  return [...names.values()];
}
