import type { Actor, Mention } from '../../../shared/model/actor.ts';

export interface CountedActor {
  readonly actor: Actor;
  /** Mentions in the article that count: not rejected, not open, not in a hidden line. */
  readonly count: number;
}

/** The actors with a mention in the article, most named first. */
export function countedActors(
  actors: readonly Actor[],
  mentions: readonly Pick<Mention, 'actorId' | 'status' | 'hidden'>[],
): CountedActor[] {
  const counts = new Map<string, number>();
  for (const { actorId, status, hidden } of mentions) {
    if (status === 'rejected' || status === 'open' || hidden === true) continue;
    counts.set(actorId, (counts.get(actorId) ?? 0) + 1);
  }
  return actors
    .map((actor) => ({ actor, count: counts.get(actor.id) ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || a.actor.name.localeCompare(b.actor.name));
}

/** Words that could be several actors. */
export interface OpenQuestion {
  readonly text: string;
  /** Each place once. */
  readonly places: readonly { readonly start: number; readonly end: number }[];
  readonly candidates: readonly string[];
}

/** The open mentions of an article by their words; one row per candidate and place comes in. */
export function openQuestions(
  mentions: readonly Pick<Mention, 'actorId' | 'start' | 'end' | 'text' | 'status' | 'hidden'>[],
): OpenQuestion[] {
  const questions = new Map<
    string,
    { places: Map<number, { start: number; end: number }>; candidates: Set<string> }
  >();
  for (const { actorId, start, end, text, status, hidden } of mentions) {
    if (status !== 'open' || hidden === true) continue;
    const question = questions.get(text) ?? { places: new Map(), candidates: new Set() };
    question.places.set(start, { start, end });
    question.candidates.add(actorId);
    questions.set(text, question);
  }
  return [...questions].map(([text, { places, candidates }]) => ({
    text,
    places: [...places.values()],
    candidates: [...candidates],
  }));
}
