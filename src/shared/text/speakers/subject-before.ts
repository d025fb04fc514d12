import { foldWord } from '../names/fold-word.ts';
import { isTitle } from '../names/honorifics.ts';
import type { Agent, Stretch } from './agents.ts';

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
export const owning = /^['’]s?\s/u;
const speaksForOwner =
  /^['’]s?\s+(?:\p{L}+\s+){0,2}?(?:office|ministry|government|spokes\p{L}+|statement|tweet|post|letter|memo|message|announcement|website|speech|lawsuit|report|notice|filing|complaint|ruling|opinion|petition)\b/u;

/** ", … ," and "— … —" between a subject and its verb. */
export const asides = /,(?:[^,]|(?<=\d),(?=\d))*,|—[^—]*—|\([^)]*\)/gu;
/** "met a director and | said": the verb is the subject's of the verb before. */
const joinedVerb =
  /(?:^,?|\s)\s?(?:and|then|and then|before|while)\s(?:(?:has|have|had|long|also|later|\p{L}+ly)\s)*$/u;

const roleBetween = /^\s(?:\p{Ll}[\p{L}-]*(?<!ed|s|of|in|to|by|for|on|at|and)\s){1,2}$/u;

/** True where a preposition takes an agent away: "of X", "to X". */
export function isObject(
  narrative: string,
  agents: readonly Agent[],
  { start, end, kind }: Agent,
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
  const whole = narrative.slice(Math.max(from, previous, start - 40), start);
  // "of Norway's | National Agency"
  const isOwned = last !== undefined && /^['’]s?\s$/u.test(whole);
  if (isOwned && isObject(narrative, agents, last, from)) return true;
  // "wept as Judge Ruth Bell told him": the "as" of a clause, where the verb is right behind.
  const isClause = /^(?:\s\p{Lu}{2,4})?\s\p{Ll}+(?:ed|id|ld|ote|ays|lls)\s/u.test(
    narrative.slice(end, end + 20),
  );
  const ahead = isClause ? whole.replace(/(?<!\p{L})as(?=\s)/gu, '_') : whole;
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
  const isDashed =
    (between.match(/—/gu) ?? []).length === 1 && narrative.slice(from, agent.start).includes('—');
  if (isDashed) return true;
  if (!/^[^,]{0,60},\s(?:\p{L}+ly\s|also\s)?$/u.test(between)) return false;
  const opened = narrative.lastIndexOf(',', agent.start);
  if (opened < from || !agents.some(({ end }) => end <= opened)) return false;
  return /(?<!\p{L})(?:which|who|whose|an?|in|of|from|at|with|including|called|named)\s/u.test(
    narrative.slice(opened, agent.start),
  );
}

/** No subject has more agents between itself and its verb. */
const mostLooked = 12;

/** The subject of a verb that follows it. */
export function subjectBefore(stretch: Stretch, verb: number): Agent | undefined {
  const { narrative, agents, start: from } = stretch;
  const before = agents.filter(({ start, end }) => start >= from && end <= verb);
  const [first] = before;
  if (first !== undefined && isDescribedAtLength(stretch, first, verb)) return first;
  return before.slice(-mostLooked).findLast((agent) => {
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
