import type { ActorKind } from '../../model/actor.ts';
import type { Hit } from './matcher.ts';
import type { HeldOffice } from './offices.ts';

/** What a name found in a text may be a mention of. */
export interface Claim {
  /** Null shields a place: a longer name that belongs to nobody in the library. */
  readonly actor: number | null;
  readonly kind: ActorKind;
  readonly form: 'full' | 'short' | 'given' | 'initials' | 'never' | 'office';
  readonly article: number | null;
  readonly length: number;
  /** Set where the words are those of an office the actor held. */
  readonly office?: HeldOffice;
}

export type ClaimHit = Hit<Claim>;

/** A mention found by rule. Several rows at one place, all `open`, are its candidates. */
export interface FoundMention {
  readonly start: number;
  readonly end: number;
  readonly actor: number;
  readonly status: 'proposed' | 'inferred' | 'open';
}
