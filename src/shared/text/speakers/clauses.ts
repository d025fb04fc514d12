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
  offered exclaimed shouted chanted apologised apologized labelled labeled dubbed branded termed
  characterized characterised regarded professed sent issued continued continues read reads spoke defended attacked recalls hoped wondered
  protested informed lauded slammed marvelled marveled pointed writing shouting declaring adding questioned likened`.split(
    /\s+/u,
  );
const verbs = [...reportingVerbs, ...moreVerbs].sort((a, b) => b.length - a.length).join('|');
const reporting = new RegExp(
  `\\b(?:(?:went|goes) on to \\p{L}+|${verbs}|[Aa]ccording to)\\b`,
  'gu',
);

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
    if (narrative[agent.start - 1] === '(') return false;
    const between = narrative.slice(agent.end, verb);
    if (between.length > 160 || breaks.test(between.replaceAll(/,[^,]*,/gu, ' '))) return false;
    const ahead = narrative.slice(Math.max(from, agent.start - 40), agent.start);
    const hasOther = before.some((other) => other.end < agent.start);
    if (hasOther && afterPreposition.test(ahead)) return false;
    return !owning.test(between) || speaksForOwner.test(between);
  });
}

/** "X, a senior official of Y, said", "the mayor of Y, X, said": the one the description is of. */
function headOf(narrative: string, agents: readonly Agent[], agent: Agent, verb: TextRange): Agent {
  if (agent.kind !== 'described') return agent;
  const named = /^(?:\s+(?:of|for|at|in)\s[^,.;]{1,50})?,\s/u.exec(
    narrative.slice(agent.end, agent.end + 70),
  );
  const after = agents.find(
    ({ start, end, kind }) =>
      kind === 'person' &&
      start === agent.end + (named?.[0].length ?? -1) &&
      narrative[end] === ',',
  );
  if (after !== undefined && after.end < verb.start) return after;
  if (!narrative.slice(agent.end, verb.start).includes(',')) return agent;
  const head = agents.findLast(
    ({ end, kind }) =>
      (kind === 'person' || kind === 'group') && /^,\s$/u.test(narrative.slice(end, agent.start)),
  );
  return head ?? agent;
}

const passive = /\b(?:is|are|was|were|been|being|be)\s+(?:\w+ly\s+)?$/u;

/** "was described by X as": whoever stands after "by" speaks; null where nobody is named. */
function agentOfPassive(
  narrative: string,
  agents: readonly Agent[],
  verb: TextRange,
): Agent | null | undefined {
  const isPassive = passive.test(narrative.slice(Math.max(0, verb.start - 24), verb.start));
  if (!isPassive) return undefined;
  const by = /^(?:\s+\w+){0,2}\s+by\s+(?:the\s+)?/u.exec(narrative.slice(verb.end, verb.end + 40));
  if (by === null) return null;
  const from = verb.end + by[0].length;
  return agents.find(({ start }) => start >= from - 4 && start <= from + 30) ?? null;
}

/** Verbs that give names as often as they report: their subject stands right before them. */
const naming = /^(?:called|described|dubbed|labell?ed|branded|termed|regarded|characteri[sz]ed)$/u;
const farFromNaming = 28;
/** Where in its sentence the subject of a participle begins at the latest. */
const farthestSubject = 40;

/** A description right before the verb, whatever its noun: "the commission", "one resident". */
const nounPhrase =
  /(?<![\p{L}’'-])(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s+(?:\p{L}[\p{L}’'-]*\s+){0,3}?\p{Ll}[\p{Ll}-]{2,}$/u;

/** "Day's animal foundation" */
const ownedGroup =
  /\p{Lu}[\p{L}-]+['’]s\s+(?:\p{Ll}[\p{L}-]*\s+){0,2}(?:foundation|group|campaign|team|company|party|union|family|lawyers?|mother|father|wife|husband|brother|sister|daughter|son|agent|publicist|administration)$/u;

function describedBefore(narrative: string, verb: number, from: number): Agent | undefined {
  const ahead = narrative.slice(Math.max(from, verb - 60), verb);
  const said = ahead.trimEnd();
  const found = ownedGroup.exec(said) ?? nounPhrase.exec(said);
  if (found === null || ahead.length === said.length) return undefined;
  const [name] = found;
  if (
    /(?:ly|ing|ed|\b(?:who|that|which|also|then|later|and|is|was|are|were|has|have|had|will|would|not|be|first|same))$/u.test(
      name,
    )
  )
    return undefined;
  if (/\b(?:banner|sign|poster|placard|plaque|hashtag)s?$/u.test(name)) return undefined;
  if (/\b(?:of|to|with|from|by|for|in|on|at)\s+$/u.test(said.slice(0, found.index)))
    return undefined;
  const start = Math.max(from, verb - 60) + found.index;
  return {
    start,
    end: start + name.length,
    kind: 'described',
    name: name.replaceAll(/\s+/gu, ' '),
  };
}

function subjectAfter(narrative: string, agents: readonly Agent[], verb: number, to: number) {
  const agent = agents.find(({ start }) => start >= verb);
  if (agent === undefined || agent.start >= to) return undefined;
  // "Mayor of London" before the name is its title.
  const between = narrative
    .slice(verb, agent.start)
    .replaceAll(/\p{Lu}[\p{L}-]+\s+(?:of|for)\s+(?:the\s+)?(?:\p{Lu}[\p{L}-]+\s+)+/gu, ' ');
  return /^\s+(?:(?:the|a|an|its|his|her|[\p{L}.’'-]+)\s+){0,7}$/u.test(between) &&
    !/\b(?:that|he|she|it|they|reporters|of|on|in|to|at)\b/u.test(between)
    ? agent
    : undefined;
}

/** Who says what `verb` reports; null where somebody does who is not named. */
function subjectOf(
  narrative: string,
  agents: readonly Agent[],
  verb: TextRange,
  { start: from, end: to }: TextRange,
): Agent | null | undefined {
  const passiveAgent = agentOfPassive(narrative, agents, verb);
  if (passiveAgent !== undefined) return passiveAgent;
  const ahead = narrative.slice(Math.max(from, verb.start - 6), verb.start);
  if (/\bwho\s$/u.test(ahead)) {
    return agents.findLast(({ end, kind }) => end < verb.start && kind === 'person');
  }
  const isParticiple = narrative.slice(verb.start, verb.end).endsWith('ing') && /,\s$/u.test(ahead);
  const named = isParticiple
    ? agents.find(({ start, end }) => end < verb.start && start - from < farthestSubject)
    : subjectBefore(narrative, agents, verb.start, from);
  const described = describedBefore(narrative, verb.start, from);
  const before =
    described !== undefined && (named === undefined || named.end <= described.end)
      ? described
      : named;
  const isNaming = naming.test(narrative.slice(verb.start, verb.end));
  const isNamed = before?.kind === 'described' && /^an?\s/iu.test(before.name);
  if (before !== undefined && isNaming && (isNamed || verb.start - before.end > farFromNaming))
    return null;
  return before ?? subjectAfter(narrative, agents, verb.end, to);
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
    // "May's proposed deal": no verb.
    if (/['’]s\s$/u.test(narrative.slice(Math.max(0, verb.start - 3), verb.start))) continue;
    const agent = isAccording
      ? within.find(({ start }) => start >= verb.end && start < verb.end + 60)
      : subjectOf(narrative, within, verb, { start: from, end: to });
    if (agent === undefined || agent === null) continue;
    const speaker = headOf(narrative, within, agent, verb);
    found.push({
      speaker,
      verb,
      start: Math.min(speaker.start, verb.start),
      end: Math.max(speaker.end, verb.end),
    });
  }
  return found;
}
