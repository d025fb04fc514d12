import type { TextRange } from '../../model/ranges.ts';
import type { Agent, Cast, Stretch } from './agents.ts';
import { isBeside, phraseAfter, phraseBefore, properBefore } from './phrases.ts';
import { startingIn } from '../ranges-in-order.ts';
import { memberOf, subjectAfter } from './subject-after.ts';
import { asides, subjectBefore } from './subject-before.ts';
import { isSource } from './verbs.ts';

/** A reporting verb and who its subject is. */
export interface ReportingClause extends TextRange {
  readonly speaker: Agent;
  readonly verb: TextRange;
}

/** "X, a senior official of Y, said", "the mayor of Y, X, said": the one the description is of. */
function headOf({ narrative, agents, end: to }: Stretch, agent: Agent, verb: TextRange): Agent {
  if (agent.kind !== 'described') return agent;
  const named = /^(?:\s+(?:of|for|at|in)\s[^,.;]{1,50})?,?\s/u.exec(
    narrative.slice(agent.end, agent.end + 70),
  );
  const after = agents.find(
    ({ start, end, kind }) =>
      kind === 'person' &&
      start === agent.end + (named?.[0].length ?? -1) &&
      (/[,.]/u.test(narrative.charAt(end)) ||
        end + 1 >= to ||
        isBeside(narrative, { start, end }, verb.start)),
  );
  if (after !== undefined && (after.end < verb.start || agent.start >= verb.end)) return after;
  if (!narrative.slice(agent.end, verb.start).includes(',')) return agent;
  const head = agents.findLast(
    ({ end, kind }) =>
      (kind === 'person' || kind === 'group') && /^,\s$/u.test(narrative.slice(end, agent.start)),
  );
  // "X of Y, a researcher, said": the one of that house.
  const member =
    head &&
    agents.findLast(
      ({ end, kind }) =>
        kind === 'person' &&
        end < head.start &&
        /^\s(?:of|at|from|with)\s(?:the\s)?$/u.test(narrative.slice(end, head.start)),
    );
  return member ?? head ?? agent;
}

const passive = /\b(?:is|are|was|were|been|being|be)\s+(?:\w+ly\s+|often\s+)?$/u;
/** ", reportedly often | referred to as" */
const reduced = /,\s(?:\p{Ll}+ly\s|often\s|also\s|once\s|sometimes\s)+$/u;

/** "was described by X as": whoever stands after "by" speaks; null where nobody is named. */
function agentOfPassive({ narrative, agents }: Stretch, verb: TextRange): Agent | null | undefined {
  const ahead = narrative.slice(Math.max(0, verb.start - 40), verb.start);
  const isParticiple = narrative.slice(verb.start, verb.end).endsWith('ed');
  const after = narrative.slice(verb.end, verb.end + 60);
  const isReduced = isParticiple && (reduced.test(ahead) || /^\sby\s/u.test(after));
  if (!isReduced && !passive.test(ahead)) return undefined;
  // "was quoted as saying by", "is reported to have said": whose words they are comes first.
  if (/^\s+(?:\p{L}+\s+){0,4}?(?:as saying|to have said)\b/u.test(after)) return undefined;
  if (/\bas\s$/u.test(ahead)) return null;
  const by = /^(?:\s+\w+){0,2}\s+by\s+(?:the\s+)?/u.exec(after);
  if (by === null) return null;
  const from = verb.end + by[0].length;
  return agents.find(({ start }) => start >= from - 4 && start <= from + 30) ?? null;
}

/** Verbs that give names as often as they report: their subject stands right before them. */
const naming = /^(?:called|described|dubbed|labell?ed|branded|termed|regarded|characteri[sz]ed)$/u;
const farFromNaming = 28;
/** Where in its sentence the subject of a participle begins at the latest. */
const farthestSubject = 60;

/** ", adding", "issued a statement saying"; not "was saying". */
function isParticipleOf(narrative: string, verb: TextRange, ahead: string): boolean {
  const word = narrative.slice(verb.start, verb.end);
  if (word.endsWith('ing') && /,\s(?:also\s)?$/u.test(ahead)) return true;
  return (
    /^(?:saying|stating|adding)$/u.test(word) &&
    !/(?<!\p{L})(?:is|are|was|were|been|be|as|by|of|for|from|after|before)\s$/u.test(ahead)
  );
}

/** "released a statement which | read": it says what its author says. */
const whichSays =
  /(?:statement|letter|tweet|post|message|memo|release|speech)\s(?:which\s|that\s)?$/u;

/** Who does what a participle goes on to say: the first agent of the sentence no preposition owns. */
function subjectOfParticiple({ narrative, agents, start: from }: Stretch, verb: TextRange) {
  const opening =
    /^(?:In|At|On|During|After|Before|Following|Speaking|As|While|When)\s[^,]*,\s/u.exec(
      narrative.slice(from, verb.start),
    )?.[0].length;
  const first = from + (opening ?? 0);
  return agents.find(
    ({ start, end }) => start >= first && end < verb.start && start - first < farthestSubject,
  );
}

/** "Velis Radio quoted | an official as saying" */
function quotedAs({ narrative, agents, start: from, end: to }: Stretch, verb: number) {
  const found = [...narrative.slice(from, verb).matchAll(/\b(?:quot|cit)(?:ed|es|ing)\b/gu)].at(-1);
  if (found === undefined) return undefined;
  const at = from + found.index;
  if (passive.test(narrative.slice(Math.max(from, at - 40), at))) return undefined;
  const object = at + found[0].length;
  const agent = agents.find(({ start, end }) => start > object && end < verb);
  const phrase = phraseAfter(narrative, object, to);
  return phrase !== undefined && (agent === undefined || phrase.start < agent.start)
    ? phrase
    : agent;
}

/** Who says what `verb` reports; null where somebody does who is not named. */
function subjectOf(stretch: Stretch, verb: TextRange): Agent | null | undefined {
  const { narrative, agents, start: from } = stretch;
  const passiveAgent = agentOfPassive(stretch, verb);
  if (passiveAgent !== undefined) return passiveAgent;
  const ahead = narrative.slice(Math.max(from, verb.start - 12), verb.start);
  const quoted = /\bas\s$/u.test(ahead) ? quotedAs(stretch, verb.start) : undefined;
  if (quoted !== undefined) return quoted;
  const relative = /\b(who|which)\s(?:also\s|later\s|then\s|has\s|had\s)?$/u.exec(ahead)?.[1];
  if (relative !== undefined) {
    return agents.findLast(
      ({ end, kind }) => end < verb.start && (kind === 'person') === (relative === 'who'),
    );
  }
  const named = isParticipleOf(narrative, verb, ahead)
    ? subjectOfParticiple(stretch, verb)
    : subjectBefore(stretch, verb.start);
  const described =
    phraseBefore(narrative, verb.start, from) ??
    (named !== undefined && isBeside(narrative, named, verb.start)
      ? undefined
      : properBefore(stretch, verb.start));
  const before =
    described !== undefined && (named === undefined || named.end <= described.end)
      ? described
      : named;
  const isNaming = naming.test(narrative.slice(verb.start, verb.end));
  const isNamed = before?.kind === 'described' && /^an?\s/iu.test(before.name);
  const distance = before && narrative.slice(before.end, verb.start).replaceAll(asides, '').length;
  if (distance !== undefined && isNaming && (isNamed || distance > farFromNaming)) return null;
  return before ?? subjectAfter(stretch, verb);
}

function sourceNamed({ narrative, agents }: Stretch, verb: TextRange): Agent | undefined {
  const index = agents.findIndex(({ start }) => start >= verb.end && start < verb.end + 60);
  const whole = agents.find(({ start, end }) => start === verb.start && end > verb.end);
  // "Selon Ruth Bell", taken for a name as a whole.
  if (whole !== undefined) {
    const start = verb.end + 1;
    return { ...whole, start, name: whole.name.slice(start - whole.start) };
  }
  const agent = agents[index];
  return agent && (memberOf(narrative, agent, agents[index + 1]) ?? agent);
}

/** "a claim", "its reports", "May's proposed deal": no verb. */
const noVerbAfter =
  /(?:(?<=\p{L})['’]s?|(?<![\p{L}’'-])(?:an?|the|his|her|its|their|this|these|those|any|no|such|of|for|with|many|some|several|more))\s$/u;

/** "reasons", "reports": verbs only right beside somebody who is no place. */
const mayBeNoun = /^(?!(?:says|tells|writes|speaks)$)\p{Ll}+[^s]s$/u;
const isVerbOf = (narrative: string, agent: Agent, verb: TextRange): boolean =>
  agent.isPlace !== true &&
  !/(?:s|multiple|direct|many|several|own|new|other|official)$/iu.test(
    agent.kind === 'described' ? agent.name : '',
  ) &&
  (agent.start >= verb.end ||
    isBeside(narrative, agent, verb.start) ||
    narrative.slice(agent.end, verb.start).replaceAll(asides, ' ').trim() === '');

/** How far from its verb a subject is looked for, in the longest sentence. */
const reach = 800;

/** No sentence has more; in what only looks like one the first and the last tell enough. */
const mostVerbs = 8;

/** The clauses of a stretch of the narrative that say who speaks, in order. */
export function reportingClauses(
  narrative: string,
  { agents, verbs }: Cast,
  { start, end }: TextRange,
): ReportingClause[] {
  const found: ReportingClause[] = [];
  const here = startingIn(verbs, start, end).filter((verb) => verb.end <= end);
  if (here.length === 0) return [];
  const within = startingIn(agents, start, end).filter((agent) => agent.end <= end);
  const looked = here.length > mostVerbs ? [...here.slice(0, 2), ...here.slice(-mostVerbs)] : here;
  for (const verb of looked) {
    const at = verb.start;
    const word = narrative.slice(at, verb.end);
    const stretch: Stretch = {
      narrative,
      agents: startingIn(within, at - reach, verb.end + reach),
      start: Math.max(start, at - reach),
      end: Math.min(end, verb.end + reach),
    };
    const isNamed = isSource(word);
    if (!isNamed && noVerbAfter.test(narrative.slice(Math.max(0, at - 8), at))) continue;
    const ahead = narrative.slice(Math.max(start, at - 8), at);
    const before = found.at(-1);
    const agent = isNamed
      ? sourceNamed(stretch, verb)
      : before !== undefined &&
          (isParticipleOf(narrative, verb, ahead) ||
            /\sand\s(?:\p{Ll}+ly\s|also\s|then\s)?$/u.test(
              narrative.slice(Math.max(start, at - 16), at),
            ) ||
            whichSays.test(narrative.slice(before.verb.start, at)))
        ? before.speaker
        : subjectOf(stretch, verb);
    if (agent === undefined || agent === null) continue;
    if (mayBeNoun.test(word) && !isVerbOf(narrative, agent, verb)) continue;
    const speaker = headOf(stretch, agent, verb);
    found.push({
      speaker,
      verb,
      start: Math.min(speaker.start, verb.start),
      end: Math.max(speaker.end, verb.end),
    });
  }
  return found;
}
