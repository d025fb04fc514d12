import type { ActorKind } from '../../model/actor.ts';
import type { TextRange } from '../../model/ranges.ts';
import { pictureCredits } from './credits.ts';
import { findNames } from './find/find-names.ts';
import { findUnspacedNames } from './find/unspaced.ts';
import { groupNames, type NameGroup } from './group-names.ts';
import { isSingleWord } from './proposal-keys.ts';
import { namesFrom } from './spellings.ts';

/** A text to read names from, and the places in it that already have an owner. */
export interface ProposalSource {
  readonly text: string;
  readonly taken: readonly TextRange[];
}

/** Somebody a text names: the ways the name is written, and where. */
export interface ProposedActor {
  readonly kind: ActorKind;
  readonly name: string;
  readonly names: readonly string[];
  readonly mentions: number;
  readonly evidence: readonly TextRange[];
}

const evidenceShown = 5;

const overlaps = (a: TextRange, b: TextRange) => a.start < b.end && b.start < a.end;

/** The people, states and organisations that a text names, the most mentioned first. */
export const proposeActors = (source: ProposalSource): ProposedActor[] =>
  namedActors(source)
    .filter(isWorthProposing)
    .map(({ kind, name, names, mentions, evidence }) => ({
      kind,
      name,
      names,
      mentions,
      evidence: evidence.slice(0, evidenceShown),
    }));

/**
 * Everybody and everything a text names, also once and in passing, but for who took a picture and
 * for "the elder Moss", of whom a surname is all that is known; `evidence` is every place.
 */
export function namedActors({ text, taken }: ProposalSource): ProposedActor[] {
  const nobodys = [...taken, ...pictureCredits(text)];
  const names = [...findNames(text), ...findUnspacedNames(text)].filter(
    (name) => !nobodys.some((place) => overlaps(name, place)),
  );
  return groupNames(text, names)
    .filter(({ isNamesake }) => !isNamesake)
    .map(proposalOf)
    .sort((a, b) => b.mentions - a.mentions || a.name.localeCompare(b.name));
}

/** One mention is enough for a full name or a state; a lone word has to come back. */
export const isWorthProposing = ({
  kind,
  name,
  mentions,
}: Pick<ProposedActor, 'kind' | 'name' | 'mentions'>): boolean =>
  kind === 'state' || mentions > 1 || (kind !== 'other' && !isSingleWord(name));

export const proposalOf = ({ kind, spellings, places }: NameGroup): ProposedActor => ({
  kind,
  ...namesFrom(kind, spellings),
  mentions: places.length,
  evidence: places,
});
