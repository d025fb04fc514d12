import type { TextRange } from '../../model/ranges.ts';
import { addressedAs, titlesBefore } from '../names/context.ts';
import { findNames } from '../names/find/find-names.ts';
import { findUnspacedNames } from '../names/find/unspaced.ts';
import type { Gender } from '../names/honorifics.ts';
import { parsePersonName, surnames } from '../names/person-name.ts';
import { firstFrom, overlapping } from './ranges-in-order.ts';
import { foldWord } from '../names/fold-word.ts';

/** Somebody named, pointed at or described in a text. */
export interface Agent extends TextRange {
  readonly kind: 'person' | 'group' | 'pronoun' | 'described';
  /** The fullest name, or the words themselves. */
  readonly name: string;
  readonly actorId?: string;
}

/** A mention of an actor the library knows. */
export interface KnownMention extends TextRange {
  readonly actorId: string;
  readonly name: string;
  readonly isPerson: boolean;
}

/** Everybody a text speaks of, and what it tells about them. */
export interface Cast {
  /** In order. */
  readonly agents: readonly Agent[];
  /** The gender the text gives a person, by name. */
  readonly genders: ReadonlyMap<string, Gender>;
  /** The last holder of an office named before `offset`, by the folded title. */
  readonly holderOf: (title: string, offset: number) => Agent | undefined;
}

const pronouns = /\b(?:[Hh]e|[Ss]he)\b/gu;
const roles =
  'officials?|spokesman|spokeswoman|spokesperson|spokesmen|ministers?|president|premier|chairman|secretary|analysts?|sources?|diplomats?|ministry|government|leaders?|statement|agency|police|experts?|professor|representatives?|aides?|lawmakers?|governor|mayor|ambassador|envoy|director|researchers?|report|newspaper|broadcaster|families|group|office|embassy|military|army|commander|adviser|advisor|lawyer|witness(?:es)?|residents?|mother|father|sister|brother|daughter|son|outlets|media|newspapers|observers|critics|supporters|relatives|campaigners|activists';
const described = new RegExp(
  `\\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Ss]ome|[Ss]enior|[Hh]is|[Hh]er|[Tt]heir)\\s+(?:[\\p{L}’'-]+\\s+){0,4}?(?:${roles})(?:\\s+(?:${roles}))*\\b`,
  'gu',
);

/** The text with what is between quotation marks blanked; offsets stay. */
export function withoutQuotations(text: string, quoted: readonly TextRange[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of quoted) {
    parts.push(text.slice(at, start), '_'.repeat(end - start));
    at = end;
  }
  return parts.join('') + text.slice(at);
}

function namedAgents(text: string, known: readonly KnownMention[]): Agent[] {
  const agents: Agent[] = known.map(({ start, end, actorId, name, isPerson }) => ({
    start,
    end,
    actorId,
    name,
    kind: isPerson ? 'person' : 'group',
  }));
  const found = [...findNames(text), ...findUnspacedNames(text)].filter(
    (name) => overlapping(known, name).length === 0,
  );
  const fullNames = new Map<string, string>();
  for (const { kind, text: name } of found) {
    if (kind !== 'person') continue;
    const person = parsePersonName(name);
    if (person.units.length < 2) continue;
    const certain = surnames(person);
    for (const unit of [...certain, person.units[0] ?? []]) {
      const word = unit.map(({ folded }) => folded).join(' ');
      if (certain.includes(unit) || !fullNames.has(word)) {
        fullNames.set(word, name.replaceAll(/\s+/gu, ' '));
      }
    }
  }
  for (const { start, end, kind, text: name, key } of found) {
    const isPerson = kind === 'person';
    const full = isPerson ? (fullNames.get(key) ?? name) : name;
    agents.push({ start, end, name: full, kind: isPerson ? 'person' : 'group' });
  }
  return agents.sort((a, b) => a.start - b.start);
}

/** Reads who is in a text. `narrative` is the text without its quotations. */
export function castOf(text: string, narrative: string, known: readonly KnownMention[]): Cast {
  const named = namedAgents(text, known).filter(
    ({ start, end }) => narrative.slice(start, end) === text.slice(start, end),
  );
  const others: Agent[] = [];
  const replaced = new Set<Agent>();
  const add = (pattern: RegExp, kind: Agent['kind']) => {
    for (const match of narrative.matchAll(pattern)) {
      const range = { start: match.index, end: match.index + match[0].length };
      const inside = overlapping(named, range);
      if (inside.some((agent) => agent.kind === 'person' || agent.end >= range.end)) continue;
      for (const agent of inside) replaced.add(agent);
      others.push({ ...range, kind, name: match[0].replaceAll(/\s+/gu, ' ') });
    }
  };
  add(pronouns, 'pronoun');
  add(described, 'described');
  const kept = named.filter((agent) => !replaced.has(agent));
  const agents = kept.concat(others).sort((a, b) => a.start - b.start);
  const people = agents.filter(({ kind }) => kind === 'person');
  const holders = new Map<string, Agent[]>();
  for (const person of people) {
    for (const title of titlesBefore(narrative, person.start)) {
      const known = holders.get(title);
      if (known === undefined) holders.set(title, [person]);
      else known.push(person);
    }
  }
  return {
    agents,
    genders: gendersOf(narrative, people),
    holderOf: (title, offset) => {
      const known = holders.get(foldWord(title)) ?? [];
      return known[firstFrom(known, offset) - 1];
    },
  };
}

/** "Ms X", and "X said she": a pronoun after the only person of its sentence so far. */
function gendersOf(narrative: string, people: readonly Agent[]): Map<string, Gender> {
  const votes = new Map<string, number>();
  const vote = (name: string, weight: number) => votes.set(name, (votes.get(name) ?? 0) + weight);
  people.forEach(({ name, start, end }, index) => {
    const addressed = addressedAs(narrative, start);
    if (addressed !== undefined) vote(name, addressed === 'female' ? 5 : -5);
    const previous = people[index - 1];
    const next = people[index + 1]?.start ?? narrative.length;
    const sentence = /^[^.!?\n]*/u.exec(narrative.slice(end, Math.min(next, end + 200)))?.[0] ?? '';
    const isAlone = previous === undefined || /[.!?\n]/u.test(narrative.slice(previous.end, start));
    const pronoun = /\b(she|her|he|his|him)\b/u.exec(sentence)?.[1];
    if (pronoun !== undefined && isAlone)
      vote(name, pronoun.startsWith('s') || pronoun === 'her' ? 1 : -1);
  });
  return new Map(
    [...votes]
      .filter(([, sum]) => sum !== 0)
      .map(([name, sum]) => [name, sum > 0 ? 'female' : 'male']),
  );
}
