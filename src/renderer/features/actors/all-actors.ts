import type { Actor } from '../../../shared/model/actor.ts';
import { hasWords } from './has-words.ts';

export const actorOrders = ['mentions', 'name', 'open'] as const;
export type ActorOrder = (typeof actorOrders)[number];

const collator = new Intl.Collator();
const byName = (a: Actor, b: Actor): number => collator.compare(a.name, b.name);

const comparisons: Readonly<Record<ActorOrder, (a: Actor, b: Actor) => number>> = {
  mentions: (a, b) => b.mentions - a.mentions || byName(a, b),
  name: byName,
  open: (a, b) => b.open - a.open || b.mentions - a.mentions || byName(a, b),
};

/**
 * The actors of which a name or the description has all of `words`, whatever their case, accents
 * and width, in the order asked for.
 */
export function arranged(actors: readonly Actor[], words: string, order: ActorOrder): Actor[] {
  const has = hasWords(words);
  return actors
    .filter(({ name, names, description }) =>
      has([name, ...names.map((one) => one.name), description]),
    )
    .sort(comparisons[order]);
}
