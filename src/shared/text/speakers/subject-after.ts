import type { TextRange } from '../../model/ranges.ts';
import { isCommonWord } from '../names/context.ts';
import { foldWord } from '../names/fold-word.ts';
import type { Agent, Stretch } from './agents.ts';
import { phraseAfter } from './phrases.ts';
import { owning } from './subject-before.ts';

/** "Velis University scholar | Ruth Bell", "Marenia Rep. | Tom Vale" */
const ofGroup =
  /^\s(?:(?!(?:of|in|on|at|to|for|and|or|that|who|was|is|said|with)\s)(?:\p{Ll}[\p{L}-]*(?<!ed)|\p{Lu}\p{Ll}+\.|[Ss]enator|[Gg]overnor|[Pp]resident|[Mm]inister|[Ss]ecretary)\s){1,4}$/u;

/** Where a verb may stand before its subject: at the start, or right after a quotation. */
const inverted = /^[\s,–—-]*(?:\p{Ll}+ly\s|also\s|then\s|as\s)?$/u;
const afterQuotation = /[_.!?]["”’»“」][,.]?[\s,–—-]*(?:\p{Ll}+ly\s|also\s|then\s)?$/u;

/** The person a group's name and a role stand before. */
export function memberOf(
  narrative: string,
  group: Agent,
  next: Agent | undefined,
): Agent | undefined {
  const isNamed = group.kind === 'group' || group.kind === 'person';
  if (!isNamed || next?.kind !== 'person') return undefined;
  return ofGroup.test(narrative.slice(group.end, next.start)) ? next : undefined;
}

/** "reads Bell's statement" */
const ownWords =
  /^['’]s?\s+(?:\p{L}+\s)?(?:statement|tweet|post|letter|memo|message|office|spokes\p{L}+)/u;

/** "said | Lund's aide" */
function ownedAfter(narrative: string, from: number): Agent | undefined {
  const found = owned.exec(narrative.slice(from, from + 90));
  const name = found?.[1];
  if (found === null || name === undefined) return undefined;
  const start = from + found[0].length - name.length;
  return { start, end: start + name.length, kind: 'described', name };
}
const owned =
  /^\s((?:\p{Lu}[\p{L}.-]*\s){0,3}\p{Lu}[\p{L}.-]*['’]s?\s(?:\p{Ll}[\p{L}-]*\s){0,2}\p{Ll}[\p{L}-]{2,})(?=[\s,.;:]|$)/u;

/** "said its Africa director, | Samuel Lund": who the description is of. */
function apposedAfter({ narrative, agents, end: to }: Stretch, verb: TextRange): Agent | undefined {
  const role = /^\s(?:its|his|her|their|the)\s(?:[\p{L}.’'-]+\s){0,4}\p{Ll}{3,},\s/u.exec(
    narrative.slice(verb.end, verb.end + 80),
  );
  if (role === null) return undefined;
  const start = verb.end + role[0].length;
  return agents.find((one) => one.kind === 'person' && one.start === start && one.end <= to);
}

/** "shouted | Maribela, a mother of four": capitalised words that are not known for a name. */
function properAfter(narrative: string, { start, end }: TextRange): Agent | undefined {
  if (!afterQuotation.test(narrative.slice(Math.max(0, start - 30), start))) return undefined;
  const name = unknownName.exec(narrative.slice(end, end + 70))?.[1];
  if (name === undefined || name.split(' ').some((word) => isCommonWord(foldWord(word))))
    return undefined;
  return { start: end + 1, end: end + 1 + name.length, kind: 'person', name };
}
const unknownName =
  /^\s((?:\p{Lu}[\p{L}’'-]+\s){0,3}\p{Lu}[\p{L}’'-]*\p{Ll})(?=\s*(?:[,.;(_]|$)|\s(?:of|from|who|in|at|on|as|while|after|to|yesterday|today|later)\s)/u;

/** The subject of a verb that begins its clause: "…," said X. */
export function subjectAfter(stretch: Stretch, verb: TextRange): Agent | undefined {
  const { narrative, agents, start: from, end: to } = stretch;
  const ahead = narrative.slice(from, verb.start);
  const isSaid =
    /^sa(?:id|ys)$/u.test(narrative.slice(verb.start, verb.end)) && ahead.endsWith(', ');
  if (!isSaid && !inverted.test(ahead) && !afterQuotation.test(ahead.slice(-30))) return undefined;
  if (/^t(?:old|ells)|ing$/u.test(narrative.slice(verb.start, verb.end))) return undefined;
  const phrase = phraseAfter(narrative, verb.end, to) ?? properAfter(narrative, verb);
  const agent = apposedAfter(stretch, verb) ?? agents.find(({ start }) => start >= verb.end);
  if (agent === undefined || agent.start >= to) return phrase;
  // "Mossby said it would": what is said, not who says it.
  const goesOn = /^\s\p{Ll}/u.test(narrative.slice(agent.end, agent.end + 2));
  if (agent.kind === 'pronoun' && goesOn) return phrase;
  // "Mayor of London" before the name is its title.
  const between = narrative
    .slice(verb.end, agent.start)
    .replaceAll(/\p{Lu}[\p{L}-]+\s+(?:of|for)\s+(?:the\s+)?(?:\p{Lu}[\p{L}-]+\s+)+/gu, ' ');
  const isReached =
    /^\s+(?:(?:the|a|an|its|his|her|[\p{L}.’'-]+)\s+){0,7}$/u.test(between) &&
    !/\b(?:that|he|she|it|they|reporters|of|on|in|to|at)\b/u.test(between);
  if (!isReached) return phrase;
  const rest = narrative.slice(agent.end, agent.end + 30);
  const next = agents.find((other) => other.start > agent.end);
  if (!owning.test(rest) || ownWords.test(rest)) return memberOf(narrative, agent, next) ?? agent;
  // "Lund's old friend | Tom Vale"
  const isOneOfTheirs =
    next?.kind === 'person' &&
    /^['’]s?\s(?:(?!(?:with|of|to|in|on|at|for|from|about|and)\s)\p{Ll}[\p{L}-]*\s){1,6}$/u.test(
      narrative.slice(agent.end, next.start),
    );
  return isOneOfTheirs ? next : (phrase ?? ownedAfter(narrative, verb.end));
}
