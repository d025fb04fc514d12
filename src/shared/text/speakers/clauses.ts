import type { TextRange } from '../../model/ranges.ts';
import { reportingVerbs } from '../names/find/lexicon.ts';
import type { Agent, Cast } from './agents.ts';
import { startingIn } from './ranges-in-order.ts';

/** A reporting verb and who its subject is. */
export interface ReportingClause extends TextRange {
  readonly speaker: Agent;
  readonly verb: TextRange;
}

const moreVerbs =
  `telling saying calling called describing described referring referred vowing hailed
  praised criticised criticized condemned promised expressed echoed posted joked signaled signalled
  hinted refused refuses rejected asserting adding citing dismissed reported reports proposed
  offered`.split(/\s+/u);
const verbs = [...reportingVerbs, ...moreVerbs].sort((a, b) => b.length - a.length).join('|');
const reporting = new RegExp(`\\b(?:${verbs}|[Aa]ccording to)\\b`, 'gu');

/** Words that part a subject from a verb that is not its own. */
const breaks = /[.!?;:\n_]|\b(?:that|which|who|after|before|when|while|because|but|and then)\b/u;

/** "of X", "to X": somebody a preposition belongs to is no subject. */
const afterPreposition =
  /\b(?:of|to|with|from|by|for|in|on|at|against|between|about|near|over)\s+(?:\p{Lu}?[\p{L}.’'-]+\s+){0,4}$/u;
const owning = /^['’]s?\s/u;
const speaksForOwner = /^['’]s?\s+(?:\w+\s+)?(?:office|ministry|government|spokes\w+)\b/u;

function subjectBefore(narrative: string, agents: readonly Agent[], verb: number, from: number) {
  const before = agents.filter(({ start, end }) => start >= from && end <= verb);
  return before.findLast((agent) => {
    const between = narrative.slice(agent.end, verb);
    if (between.length > 160 || breaks.test(between.replaceAll(/,[^,]*,/gu, ' '))) return false;
    const ahead = narrative.slice(Math.max(from, agent.start - 40), agent.start);
    const hasOther = before.some((other) => other.end < agent.start);
    if (hasOther && afterPreposition.test(ahead)) return false;
    return !owning.test(between) || speaksForOwner.test(between);
  });
}

function subjectAfter(narrative: string, agents: readonly Agent[], verb: number, to: number) {
  const agent = agents.find(({ start }) => start >= verb);
  if (agent === undefined || agent.start >= to) return undefined;
  const between = narrative.slice(verb, agent.start);
  return /^\s+(?:(?:the|a|an|its|his|her|[\p{L}.’'-]+)\s+){0,7}$/u.test(between) &&
    !/\b(?:that|he|she|it|they|reporters|of|on|in|to|at)\b/u.test(between)
    ? agent
    : undefined;
}

/** The clauses of `[from, to)` of the narrative that say who speaks, in order. */
export function reportingClauses(
  narrative: string,
  { agents }: Cast,
  { start: from, end: to }: TextRange,
): ReportingClause[] {
  const found: ReportingClause[] = [];
  const within = startingIn(agents, from, to).filter(({ end }) => end <= to);
  for (const match of narrative.slice(from, to).matchAll(reporting)) {
    const verb = { start: from + match.index, end: from + match.index + match[0].length };
    const isAccording = /^according/iu.test(match[0]);
    const speaker = isAccording
      ? within.find(({ start }) => start >= verb.end && start < verb.end + 60)
      : (subjectBefore(narrative, within, verb.start, from) ??
        subjectAfter(narrative, within, verb.end, to));
    if (speaker === undefined) continue;
    found.push({
      speaker,
      verb,
      start: Math.min(speaker.start, verb.start),
      end: Math.max(speaker.end, verb.end),
    });
  }
  return found;
}
