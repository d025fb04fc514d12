import type { ActorKind, ActorProposal } from '../../../../shared/model/actor.ts';

/** A proposal as the person wants it. */
export interface Draft {
  readonly kind: ActorKind;
  readonly name: string;
  /** The spellings that count. */
  readonly names: readonly string[];
  /** The actor that the names are other names of; null: an actor of its own. */
  readonly into: string | null;
}

export const keyOf = ({ kind, name }: Pick<ActorProposal, 'kind' | 'name'>): string =>
  `${kind} ${name}`;

export const draftOf = ({ kind, name, names }: ActorProposal): Draft => ({
  kind,
  name,
  names: names.map((one) => one.name),
  into: null,
});

/** The names an accepted draft is created with; the preferred one need not be among the spellings. */
export const namesOf = ({ name, names }: Draft) =>
  [...new Set([name, ...names])].map((one) => ({ name: one, scope: 'everywhere' as const }));
