import type { TextRange } from '../../model/ranges.ts';
import { foldWord } from '../names/fold-word.ts';
import { isTitle } from '../names/honorifics.ts';
import type { Agent, Cast, Stretch } from './agents.ts';
import { isBeside, phraseAfter, phraseBefore, properBefore } from './phrases.ts';
import { startingIn } from './ranges-in-order.ts';
import { reporting } from './verbs.ts';

/** A reporting verb and who its subject is. */
export interface ReportingClause extends TextRange {
  readonly speaker: Agent;
  readonly verb: TextRange;
}

/** Words that part a subject from a verb that is not its own. */
const breaks = /[.!?;:\n_]|\b(?:that|which|who|after|before|when|while|because|but|and then)\b/u;

/** "of X", "to X": somebody a preposition belongs to is no subject. */
const afterPreposition =
  /(?<!\p{L})(?:of|to|with|from|by|for|in|on|at|against|between|about|near|over|within|inside|among|under|behind|like|including|than|into|amid|via|as|through|despite|without|during|towards?|across|outside)\s+(?:(?!(?:that|whether)\s)\p{Lu}?[\p{L}.’'-]+\s+){0,4}$/u;
/** "told X": somebody spoken to. */
const afterTelling =
  /(?<!\p{L})(?:told|tells?|telling|asked|asking|informed|reminded|assured|warned|urged|accused|thanked)\s(?:(?:the|his|her|their|former|\p{Lu}[\p{L}.’'-]*)\s){0,4}$/u;
const timeWords =
  /\b(?:on|in|by|since|until|last|this|at|late|early)\s+(?:\p{Lu}\p{Ll}+day|January|February|March|April|May|June|July|August|September|October|November|December|\d{4}|yesterday|today)\b/gu;
const owning = /^['’]s?\s/u;
const speaksForOwner =
  /^['’]s?\s+(?:\p{L}+\s+){0,2}?(?:office|ministry|government|spokes\p{L}+|statement|tweet|post|letter|memo|message|announcement|website|speech|lawsuit|report|notice|filing|complaint|ruling|opinion|petition)\b/u;

/** ", … ," and "— … —" between a subject and its verb. */
const asides = /,[^,]*,|—[^—]*—|\([^)]*\)/gu;
/** "met a director and | said": the verb is the subject's of the verb before. */
const joinedVerb = /^,?\s(?:and|then|and then|before|while)\s(?:\p{L}+ly\s|also\s|later\s)?$/u;

const roleBetween = /^\s(?:\p{Ll}[\p{L}-]*(?<!ed|s|of|in|to|by|for|on|at|and)\s){1,2}$/u;

/** True where a preposition takes an agent away: "of X", "to X". */
export function isObject(
  narrative: string,
  agents: readonly Agent[],
  { start, kind }: Agent,
  from: number,
): boolean {
  // "for Iran | Ruth Bell": what the preposition takes is the word before the name.
  const before = /(\p{Lu}[\p{L}-]+)\s$/u.exec(
    narrative.slice(Math.max(from, start - 24), start),
  )?.[1];
  if (kind === 'person' && before !== undefined && !isTitle(foldWord(before))) return false;
  // "of Harbour Party chief | Ruth Bell": one phrase, which the preposition takes as a whole.
  const last = agents.findLast(({ end }) => end < start);
  const isPhrase = last !== undefined && roleBetween.test(narrative.slice(last.end, start));
  const previous = (isPhrase ? last.start : last?.end) ?? from;
  if (isPhrase && isObject(narrative, agents, last, from)) return true;
  const ahead = narrative.slice(Math.max(from, previous, start - 40), start);
  return afterPreposition.test(ahead.replaceAll(timeWords, '_')) || afterTelling.test(ahead);
}

const apposition = /^,\s[^.;:!?_\n]{2,140},\s(?:\p{L}+ly\s|also\s)?$/u;
const noApposition = /^,\s(?:and|but|or|as|after|before|when|while|because|saying|said|with)\b/u;
const initials = /(?<!\p{L})(?:\p{Lu}\.)+/gu;
const titleWords = /\p{Lu}[\p{L}.’'-]*|\b(?:the|former|of|and|for)\b/gu;

/** "Ann Lund, a doctor at Velis, the port's hospital, said": named first, then described. */
function isDescribedAtLength(stretch: Stretch, agent: Agent, verb: number): boolean {
  const { narrative, agents, start: from } = stretch;
  if (agent.kind !== 'person' || agent.start - from > 40) return false;
  const between = narrative.slice(agent.end, verb).replaceAll(initials, '');
  if (!apposition.test(between) || noApposition.test(between)) return false;
  if (/\p{L}/u.test(narrative.slice(from, agent.start).replaceAll(titleWords, ''))) return false;
  return (
    /^,\s(?:an?|the|his|her|who|\d|\p{Ll})/u.test(between) ||
    !agents.some(({ kind, start, end }) => kind === 'person' && start > agent.end && end <= verb)
  );
}

/** "X, which includes | Y, said": Y only ends what is said of X. */
function endsAside({ narrative, agents, start: from }: Stretch, agent: Agent, between: string) {
  if (!/^,\s(?:\p{L}+ly\s|also\s)?$/u.test(between)) return false;
  const opened = narrative.lastIndexOf(',', agent.start);
  if (opened < from || !agents.some(({ end }) => end <= opened)) return false;
  return /(?<!\p{L})(?:which|who|whose|an?|in|of|from|at|with|including|called|named)\s/u.test(
    narrative.slice(opened, agent.start),
  );
}

function subjectBefore(stretch: Stretch, verb: number): Agent | undefined {
  const { narrative, agents, start: from } = stretch;
  const before = agents.filter(({ start, end }) => start >= from && end <= verb);
  const [first] = before;
  if (first !== undefined && isDescribedAtLength(stretch, first, verb)) return first;
  return before.findLast((agent) => {
    if (/[(-]/u.test(narrative.charAt(agent.start - 1))) return false;
    const between = narrative.slice(agent.end, verb);
    if (between.length > 160 || breaks.test(between.replaceAll(asides, ' '))) return false;
    const hasOther = before.some((other) => other.end < agent.start);
    if (hasOther && endsAside(stretch, agent, between)) return false;
    if (hasOther && joinedVerb.test(between)) return false;
    if (hasOther && isObject(narrative, before, agent, from)) return false;
    return !owning.test(between) || speaksForOwner.test(between);
  });
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
  return head ?? agent;
}

const passive = /\b(?:is|are|was|were|been|being|be)\s+(?:\w+ly\s+|often\s+)?$/u;
/** ", reportedly often | referred to as" */
const reduced = /,\s(?:\p{Ll}+ly\s|often\s|also\s|once\s|sometimes\s)+$/u;

/** "was described by X as": whoever stands after "by" speaks; null where nobody is named. */
function agentOfPassive({ narrative, agents }: Stretch, verb: TextRange): Agent | null | undefined {
  const ahead = narrative.slice(Math.max(0, verb.start - 40), verb.start);
  const isParticiple = narrative.slice(verb.start, verb.end).endsWith('ed');
  if (!passive.test(ahead) && !(isParticiple && reduced.test(ahead))) return undefined;
  const after = narrative.slice(verb.end, verb.end + 60);
  // "was quoted as saying by", "is reported to have said": whose words they are comes first.
  if (/^\s+(?:\p{L}+\s+){0,4}?(?:as saying|to have said)\b/u.test(after)) return undefined;
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

/** Where a verb may stand before its subject: at the start, or right after a quotation. */
const inverted = /^[\s,–—-]*(?:\p{Ll}+ly\s|also\s|then\s|as\s)?$/u;
const afterQuotation = /[_.!?]["”’»“」][,.]?[\s,–—-]*(?:\p{Ll}+ly\s|also\s|then\s)?$/u;

/** "reads Bell's statement" */
const ownWords =
  /^['’]s?\s+(?:\p{L}+\s)?(?:statement|tweet|post|letter|memo|message|office|spokes\p{L}+)/u;

/** The subject of a verb that begins its clause: "…," said X. */
function subjectAfter(stretch: Stretch, verb: TextRange): Agent | undefined {
  const { narrative, agents, start: from, end: to } = stretch;
  const ahead = narrative.slice(from, verb.start);
  const isSaid =
    /^sa(?:id|ys)$/u.test(narrative.slice(verb.start, verb.end)) && ahead.endsWith(', ');
  if (!isSaid && !inverted.test(ahead) && !afterQuotation.test(ahead.slice(-30))) return undefined;
  if (/^t(?:old|ells)/u.test(narrative.slice(verb.start, verb.end))) return undefined;
  const phrase = phraseAfter(narrative, verb.end, to);
  const agent = agents.find(({ start }) => start >= verb.end);
  if (agent === undefined || agent.start >= to) return phrase;
  // "Mayor of London" before the name is its title.
  const between = narrative
    .slice(verb.end, agent.start)
    .replaceAll(/\p{Lu}[\p{L}-]+\s+(?:of|for)\s+(?:the\s+)?(?:\p{Lu}[\p{L}-]+\s+)+/gu, ' ');
  const isReached =
    /^\s+(?:(?:the|a|an|its|his|her|[\p{L}.’'-]+)\s+){0,7}$/u.test(between) &&
    !/\b(?:that|he|she|it|they|reporters|of|on|in|to|at)\b/u.test(between);
  if (!isReached) return phrase;
  const rest = narrative.slice(agent.end, agent.end + 30);
  if (!owning.test(rest) || ownWords.test(rest)) return agent;
  // "Lund's old friend | Tom Vale"
  const next = agents.find((other) => other.start > agent.end);
  const isOneOfTheirs =
    next?.kind === 'person' &&
    /^['’]s?\s(?:(?!(?:with|of|to|in|on|at|for|from|about|and)\s)\p{Ll}[\p{L}-]*\s){1,6}$/u.test(
      narrative.slice(agent.end, next.start),
    );
  return isOneOfTheirs ? next : phrase;
}

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
const whichSays = /(?:statement|letter|tweet|post|message|memo|release)\s(?:which|that)\s$/u;

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

/** "According to Velis University scholar | Ruth Bell" */
const ofGroup =
  /^\s(?:(?!(?:of|in|on|at|to|for|and|or|that|who|was|is|said)\s)\p{Ll}[\p{L}-]*(?<!ed)\s){1,4}$/u;

function sourceNamed({ narrative, agents }: Stretch, verb: TextRange): Agent | undefined {
  const index = agents.findIndex(({ start }) => start >= verb.end && start < verb.end + 60);
  const [agent, next] = [agents[index], agents[index + 1]];
  const isRole =
    agent?.kind === 'group' &&
    next?.kind === 'person' &&
    ofGroup.test(narrative.slice(agent.end, next.start));
  return isRole ? next : agent;
}

/** "a claim", "its reports", "May's proposed deal": no verb. */
const noVerbAfter =
  /(?:['’]s?|(?<![\p{L}’'-])(?:an?|the|his|her|its|their|this|these|those|any|no|such|of|for|with|many|some|several|more))\s$/u;

/** The clauses of a stretch of the narrative that say who speaks, in order. */
export function reportingClauses(
  narrative: string,
  { agents }: Cast,
  { start, end }: TextRange,
): ReportingClause[] {
  const found: ReportingClause[] = [];
  const within = startingIn(agents, start, end).filter((agent) => agent.end <= end);
  const stretch: Stretch = { narrative, agents: within, start, end };
  for (const match of narrative.slice(start, end).matchAll(reporting)) {
    const at = start + match.index;
    const verb = { start: at, end: at + match[0].length };
    const isSource = /^(?:according|in the words)/iu.test(match[0]);
    if (!isSource && noVerbAfter.test(narrative.slice(Math.max(0, at - 8), at))) continue;
    const ahead = narrative.slice(Math.max(start, at - 8), at);
    const before = found.at(-1);
    const agent = isSource
      ? sourceNamed(stretch, verb)
      : before !== undefined &&
          (isParticipleOf(narrative, verb, ahead) ||
            whichSays.test(narrative.slice(before.verb.start, at)))
        ? before.speaker
        : subjectOf(stretch, verb);
    if (agent === undefined || agent === null) continue;
    const isNoun =
      /[^s]s$/u.test(match[0]) && agent.isPlace === true && isBeside(narrative, agent, at);
    if (isNoun) continue;
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
