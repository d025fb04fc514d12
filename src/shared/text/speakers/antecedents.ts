import type { TextRange } from '../../model/ranges.ts';
import { foldWord } from '../names/fold-word.ts';
import { isTitle } from '../names/honorifics.ts';
import { reportingClauses } from './clauses.ts';
import { isObject } from './subject-before.ts';
import type { Agent, Cast } from './agents.ts';
import { firstFrom, startingIn } from '../ranges-in-order.ts';

/** Somebody found to speak, and where the text says so. */
export interface Spoken {
  readonly speaker: Agent;
  readonly evidence: TextRange;
}

/** What is known of a text when a pronoun or an office in it is read. */
export interface Context {
  readonly narrative: string;
  readonly cast: Cast;
  /** The sentences, in order. */
  readonly lines: readonly TextRange[];
  /** Everybody found to speak so far, in order. */
  readonly spoken: readonly Spoken[];
}

/** How many agents of a sentence are looked at. */
const mostLooked = 24;

/** How many sentences before its own a pronoun may look back. */
const reach = 8;

const masculine = /^he$/iu;
const feminine = /^she$/iu;
const neuter = /^it$/iu;

/** Words for several, and for what is no person. */
const many = /(?:s|men|women|people|police|media|couple|team|family|public)$/iu;
const thing =
  /(?:ministry|government|agency|police|report|newspaper|broadcaster|group|office|embassy|military|army|media|outlets?|statement|company|firm|court|council|commission|committee|department|union|party|charity|organi[sz]ation|foundation|university|airline|study|survey|board|league|club|campaign|letter|memo|ruling|network|bank|team|institute|association|authority|website|document|paper)$/iu;

/** One word that is neither a place nor an abbreviation: somebody the text gives no other name. */
const maySpeakAsPerson = ({ kind, name, isPlace }: Agent): boolean =>
  kind === 'group' && isPlace !== true && /^\p{Lu}\p{Ll}[\p{L}’'-]+$/u.test(name);

type Fits = (agent: Agent) => boolean;

const isOnePerson: Fits = ({ kind }) => kind === 'person';

function fitsFor(word: string, { genders }: Cast): { may: Fits; surely: Fits } {
  if (masculine.test(word) || feminine.test(word)) {
    const wanted = feminine.test(word) ? 'female' : 'male';
    const may: Fits = ({ kind, name }) =>
      (kind === 'person' && (genders.get(name) ?? wanted) === wanted) ||
      (kind === 'described' && !thing.test(name) && !many.test(name));
    return {
      may,
      surely: (agent) => agent.kind === 'person' && genders.get(agent.name) === wanted,
    };
  }
  if (/\d/u.test(word)) return { may: isOnePerson, surely: isOnePerson };
  if (neuter.test(word)) {
    const may: Fits = ({ kind, name }) =>
      kind === 'group' || (kind === 'described' && thing.test(name));
    return { may, surely: may };
  }
  const may: Fits = ({ kind, name, isPlace }) =>
    (kind === 'group' && isPlace !== true) ||
    (kind === 'described' && (many.test(name) || thing.test(name)));
  return { may, surely: may };
}

const owns = /^['’]s?\s/u;

/** The agents of a sentence that no preposition and no possessive takes away. */
const freeIn = (narrative: string, line: TextRange, agents: readonly Agent[]): Agent[] =>
  agents.filter(
    (agent) =>
      !owns.test(narrative.slice(agent.end, agent.end + 3)) &&
      !isObject(narrative, agents, agent, line.start),
  );

/** "The president, | Ann Lund, spoke": who a description is of. */
function named(narrative: string, agents: readonly Agent[], agent: Agent): Agent {
  if (agent.kind !== 'described') return agent;
  const name = agents.find(({ kind, start }) => kind === 'person' && start === agent.end + 2);
  const isApposed =
    name !== undefined &&
    narrative.startsWith(', ', agent.end) &&
    /[,(—–]/u.test(narrative.slice(name.end, name.end + 2));
  return isApposed ? name : agent;
}

/** The agent a sentence is about: its first free one. */
export const subjectOf = (
  narrative: string,
  line: TextRange,
  agents: readonly Agent[],
): Agent | undefined => freeIn(narrative, line, agents)[0];

/** Those found to speak in a sentence, the last one first. */
function speakersIn(spoken: readonly Spoken[], line: TextRange): Spoken[] {
  const found: Spoken[] = [];
  for (let at = spoken.length - 1; at >= 0; at -= 1) {
    const one = spoken[at];
    if (one === undefined || one.evidence.end < line.start - farBehind) break;
    if (one.evidence.start >= line.start && one.evidence.end <= line.end) found.push(one);
  }
  return found;
}
/** Words and what tells their speaker are never further apart: their order is that of the words. */
const farBehind = 2000;

/** Whoever a pronoun stands for: the speaker or the subject of the nearest sentence that has one. */
function antecedentOf(pronoun: Agent, context: Context): Agent | undefined {
  const { narrative, cast, lines, spoken } = context;
  const word = narrative.slice(pronoun.start, pronoun.end);
  const { may, surely } = fitsFor(word, cast);
  const last = firstFrom(lines, pronoun.start + 1) - 1;
  for (let index = last; index >= Math.max(0, last - reach); index -= 1) {
    const line = lines[index];
    if (line === undefined) continue;
    const own = { start: Math.max(line.start, pronoun.start - farBehind), end: pronoun.start };
    const agents = startingIn(cast.agents, own.start, Math.min(line.end, own.end)).slice(
      0,
      mostLooked,
    );
    const free = freeIn(narrative, line, agents);
    const [first] = free;
    const subject = first && named(narrative, agents, first);
    if (subject !== undefined && subject.kind !== 'pronoun' && surely(subject)) return subject;
    const said = speakersIn(spoken, {
      start: line.start,
      end: Math.min(line.end, pronoun.start),
    }).find((one) => may(one.speaker) || maySpeakAsPerson(one.speaker));
    if (subject?.kind === 'pronoun') {
      if (said !== undefined && said.evidence.start <= subject.start) return said.speaker;
      continue;
    }
    if (said !== undefined) return said.speaker;
    const isNear = subject?.kind !== 'described' || last - index <= 2;
    if (subject !== undefined && isNear && may(subject)) return subject;
    const candidates =
      index === last
        ? reportingClauses(narrative, cast, own).map(({ speaker }) => speaker)
        : agents;
    const others = candidates.filter((agent) => agent.kind !== 'described' && may(agent));
    const other = others.find(surely) ?? (others.length === 1 ? others[0] : undefined);
    if (other !== undefined) return other;
  }
  const before = startingIn(cast.agents, pronoun.start - 600, pronoun.start);
  return (
    before.findLast(surely) ?? before.findLast((agent) => agent.kind !== 'described' && may(agent))
  );
}

/** Nouns that stand for the organisation named last, whatever its name. */
const anyOrganisation =
  /^(?:company|firm|group|organi[sz]ation|charity|airline|carrier|manufacturer|retailer|maker|agency|outlet|newspaper|broadcaster|network|website|site|publication|studio|publisher)$/u;

/** "the ministry": the organisation of that word named last. */
function organisationOf(noun: string, { cast }: Context, before: number): Agent | undefined {
  const named = startingIn(cast.agents, before - 1200, before).filter(
    ({ kind, isPlace }) => kind === 'group' && isPlace !== true,
  );
  const ofThatWord = named.findLast(({ name }) => name.toLowerCase().split(/\s/u).includes(noun));
  return ofThatWord ?? (anyOrganisation.test(noun) ? named.at(-1) : undefined);
}

/** A pronoun, an office or "the company" as whoever is meant; undefined where the text does not tell. */
export function resolved(agent: Agent, context: Context): Agent | undefined {
  if (agent.kind === 'pronoun') {
    const meant = antecedentOf(agent, context);
    return meant && bare(meant);
  }
  const words = agent.name.split(/\s/u);
  if (agent.kind !== 'described' && words.every((word) => isTitle(foldWord(word)))) {
    return context.cast.holderOf(words, agent.start) ?? agent;
  }
  if (agent.kind !== 'described') return agent;
  const title = /^[Tt]he (\p{L}+(?: \p{L}+)?)$/u.exec(agent.name)?.[1];
  if (title === undefined) return bare(agent);
  return (
    context.cast.holderOf(title.split(' '), agent.start) ??
    organisationOf(title, context, agent.start) ??
    bare(agent)
  );
}

/** Without its article. */
const bare = (agent: Agent): Agent =>
  agent.kind === 'described'
    ? { ...agent, name: agent.name.replace(/^(?:An?|The)\s/iu, '') }
    : agent;
