import type { TextRange } from '../../model/ranges.ts';
import { addressedAs, isCommonWord, titlesBefore } from '../names/context.ts';
import { findNames, type FoundName } from '../names/find/find-names.ts';
import { findUnspacedNames } from '../names/find/unspaced.ts';
import { genderOfGivenName } from '../names/given-names.ts';
import { isTitle, type Gender } from '../names/honorifics.ts';
import { parsePersonName, surnames } from '../names/person-name.ts';
import { firstFrom, overlapping } from '../ranges-in-order.ts';
import { foldWord } from '../names/fold-word.ts';
import { reportingVerbs } from './verbs.ts';

/** Somebody named, pointed at or described in a text. */
export interface Agent extends TextRange {
  readonly kind: 'person' | 'group' | 'pronoun' | 'described';
  /** The fullest name, or the words themselves. */
  readonly name: string;
  readonly actorId?: string;
  /** A place or state, which may also speak as a government. */
  readonly isPlace?: boolean;
}

/** A mention of an actor the library knows. */
export interface KnownMention extends TextRange {
  readonly actorId: string;
  readonly name: string;
  readonly isPerson: boolean;
}

/** A sentence, or a part of one, and the agents in it. `narrative` is the whole text. */
export interface Stretch extends TextRange {
  readonly narrative: string;
  readonly agents: readonly Agent[];
}

/** Everybody a text speaks of, and what it tells about them. */
export interface Cast {
  /** In order. */
  readonly agents: readonly Agent[];
  /** Every verb of saying, in order. */
  readonly verbs: readonly TextRange[];
  /** The gender the text gives a person, by name. */
  readonly genders: ReadonlyMap<string, Gender>;
  /** The last holder of an office named before `offset`; every word of the title must fit. */
  readonly holderOf: (title: readonly string[], offset: number) => Agent | undefined;
}

const pronouns = /(?<![\p{L}’'-])(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey)(?![\p{L}’'-])/gu;
/** "the 61-year-old", "the 61-year-old Norwegian": somebody named before, as a pronoun is. */
const byAge =
  /(?<![\p{L}’'-])[Tt]he\s\d{1,3}-year-old(?:\s[\p{L}’-]+)?(?=\s(?:said|says|told|added|wrote))/gu;
const roles =
  'officials?|officers?|judge|spokesman|spokeswoman|spokesperson|spokesmen|ministers?|president|premier|chairman|secretary|analysts?|sources?|diplomats?|ministry|government|leaders?|statement|agency|police|experts?|professor|representatives?|aides?|lawmakers?|governor|mayor|ambassador|envoy|director|researchers?|report|newspaper|broadcaster|families|group|office|embassy|military|army|commander|adviser|advisor|lawyer|witness(?:es)?|residents?|mother|father|sister|brother|daughter|son|outlets|media|newspapers|observers|critics|supporters|relatives|campaigners|activists';
const described = new RegExp(
  `\\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Ss]ome|[Ss]enior|[Hh]is|[Hh]er|[Tt]heir)\\s+(?:(?!(?:for|of|in|on|at|to|by|with|from|as|an?|the|and|or|but|that|who|was|is|has|had|said|told)\\s)[\\p{L}’'-]+(?<!ed)\\s+){0,4}?(?:${roles}|eyewitness)(?:\\s+(?:${roles}))*\\b`,
  'gu',
);

/** "Japanese media outlets", "Local officials": many, and so without an article. */
const plural =
  /(?<![\p{L}\p{N}-])(?:\p{Lu}[\p{L}-]{1,30}\s+)?(?:(?:[Ss]tate|[Ll]ocal|[Ss]enior|[Gg]overnment|[Mm]ilitary|[Hh]ealth|[Pp]ublic|[Ee]lection|[Mm]edia|[Ff]ederal)\s+)?(?:[Oo]fficials|[Pp]olice|outlets|[Nn]ewspapers|[Ee]xperts|[Aa]nalysts|[Ss]ources|[Aa]uthorities|[Pp]rosecutors|[Oo]rgani[sz]ers|[Ss]cientists|[Rr]esearchers|[Dd]octors|[Ww]itnesses|[Rr]esidents|[Aa]ctivists|[Cc]ritics|[Oo]bservers|[Rr]elatives|[Cc]ampaigners|[Ll]awmakers|[Dd]iplomats|[Ii]nvestigators)\b/gu;

/**
 * The text with what is between quotation marks blanked, but for a mark that ends a sentence;
 * offsets stay.
 */
export function withoutQuotations(text: string, quoted: readonly TextRange[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of quoted) {
    const last = text.charAt(end - 1);
    parts.push(
      text.slice(at, start),
      '_'.repeat(end - start - 1),
      /[.!?]/u.test(last) ? last : '_',
    );
    at = end;
  }
  return parts.join('') + text.slice(at);
}

/** "UCL astronomer Ann Lund": the words between a group and one of its people. */
const roleAfterGroup =
  /^\s(?:\p{Ll}[\p{L}-]*\s){0,3}\p{Ll}+(?:er|or|ist|man|woman|person|ian|ent|ant|chief|head|chair)\s$/u;

/** "US" in "US Secretary of State Ann Lund": a part of the office, not somebody. */
const isOfOffice = (text: string, end: number, people: readonly TextRange[]): boolean => {
  const next = people.find(({ start }) => start > end);
  if (next === undefined || next.start - end > 60) return false;
  const between = text.slice(end, next.start);
  if (between === ' ' || roleAfterGroup.test(between)) return true;
  const [, first = ''] = /^\s(\p{Lu}[\p{L}-]*)\s[^.,;:!?]*$/u.exec(between) ?? [];
  return first !== '' && isTitle(foldWord(first));
};

/** "OSLO, Norway (Wire) —", "OSLO:": where a report was written, which says nothing. */
const dateline =
  /(?<=^\s*)(?:\p{Lu}{3}[\p{Lu} ]*[^\n.!?"“]{0,50}?(?::|\s[-–—]{1,2})\s|\p{Lu}\p{Ll}[^\n.!?"“]{0,50}?\)\s[-–—]{1,2}\s)/gmu;

const datelines = (text: string): TextRange[] =>
  Array.from(text.matchAll(dateline), ({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));

interface Bearer {
  readonly name: string;
  readonly start: number;
  readonly isSurname: boolean;
}

/**
 * The full name a word stands for at an offset: the one so far, or where none was given yet the only
 * one of the text. Undefined where several people may be meant.
 */
function fullNames(
  people: readonly FoundName[],
): (key: string, offset: number) => string | undefined {
  /** By the word: each of its names once, where it stands first. */
  const bearers = new Map<string, Map<string, Bearer>>();
  for (const { text, start } of people) {
    const person = parsePersonName(text);
    if (person.units.length < 2) continue;
    const certain = surnames(person);
    for (const unit of [...certain, person.units[0] ?? []]) {
      const word = unit.map(({ folded }) => folded).join(' ');
      const name = text.replaceAll(/\s+/gu, ' ');
      const isSurname = certain.includes(unit);
      const names = bearers.get(word) ?? new Map<string, Bearer>();
      const first = names.get(`${name}\n${isSurname}`);
      if (first === undefined || start < first.start) {
        bearers.set(word, names.set(`${name}\n${isSurname}`, { name, start, isSurname }));
      }
    }
  }
  return (key, offset) => {
    const all = [...(bearers.get(key)?.values() ?? [])];
    const sure = all.some(({ isSurname }) => isSurname)
      ? all.filter(({ isSurname }) => isSurname)
      : all;
    const before = sure.filter(({ start }) => start <= offset);
    const meant = new Set((before.length > 0 ? before : sure).map(({ name }) => name));
    const [only] = meant;
    return meant.size === 1 ? only : undefined;
  };
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
  const people = found.filter(({ kind }) => kind === 'person');
  const fullNameOf = fullNames(people);
  const origins = datelines(text);
  for (const { start, end, kind, text: name, key } of found) {
    if (kind !== 'person' && isOfOffice(text, end, people)) continue;
    if (kind === 'place' && overlapping(origins, { start, end }).length > 0) continue;
    const isPerson = kind === 'person';
    const full = isPerson ? (fullNameOf(key, start) ?? name) : name;
    agents.push({
      start,
      end,
      name: full,
      kind: isPerson ? 'person' : 'group',
      isPlace: kind === 'place',
    });
  }
  return agents.sort((a, b) => a.start - b.start);
}

const capitals = String.raw`(?:\p{Lu}[\p{L}’'-]+\s){0,3}\p{Lu}[\p{L}’'-]*\p{Ll}`;
/** "Ann Lund, the mayor", "Ann Lund said", "president Lund": somebody, by the words beside the name. */
const bySyntax = new RegExp(
  String.raw`(?<![\p{L}.’'-]|\p{Lu}[\p{L}.’'-]*\s)(?:(?<first>(?:\p{Lu}[\p{L}’'-]+\s)${capitals})(?=,\s(?:an?|the|former|formerly|aged?|\d{1,3}|who)\s)|(?<second>${capitals})(?=\s(?:said|says|told|wrote|tweeted|added|argued|explained)(?![\p{L}-])))|(?<=(?<![\p{L}-])(?:president|minister|premier|chancellor|secretary|chairman|chairwoman|spokesman|spokeswoman|spokesperson|senator|governor|mayor|director|professor|analyst|author)\s)(?<third>${capitals})`,
  'gu',
);

/** People the search for names has passed over, as the sentences they stand in tell. */
function peopleBySyntax(narrative: string, named: readonly Agent[]): Agent[] {
  return [...narrative.matchAll(bySyntax)].flatMap(({ index, 0: name }): Agent[] => {
    const range = { start: index, end: index + name.length };
    if (overlapping(named, range).length > 0) return [];
    if (name.split(/\s/u).some((word) => isCommonWord(foldWord(word)))) return [];
    return [{ ...range, kind: 'person', name: name.replaceAll(/\s+/gu, ' ') }];
  });
}

/** Reads who is in a text. `narrative` is the text without its quotations. */
export function castOf(text: string, narrative: string, known: readonly KnownMention[]): Cast {
  const found = namedAgents(text, known).filter(
    ({ start, end }) => narrative.slice(start, end) === text.slice(start, end),
  );
  const named = [...found, ...peopleBySyntax(narrative, found)].sort((a, b) => a.start - b.start);
  const others: Agent[] = [];
  const replaced = new Set<Agent>();
  const add = (pattern: RegExp, kind: Agent['kind'], isWhole = false) => {
    const earlier = others.toSorted((a, b) => a.start - b.start);
    for (const match of narrative.matchAll(pattern)) {
      const range = { start: match.index, end: match.index + match[0].length };
      if (overlapping(earlier, range).length > 0) continue;
      const inside = overlapping(named, range);
      const isNamed = inside.some((agent) => agent.kind === 'person' || agent.end >= range.end);
      if (isNamed && !isWhole) continue;
      for (const agent of inside) replaced.add(agent);
      others.push({ ...range, kind, name: match[0].replaceAll(/\s+/gu, ' ') });
    }
  };
  add(pronouns, 'pronoun');
  add(byAge, 'pronoun', true);
  add(described, 'described');
  add(plural, 'described');
  const kept = named.filter((agent) => !replaced.has(agent));
  const agents = kept.concat(others).sort((a, b) => a.start - b.start);
  const people = agents.filter(({ kind }) => kind === 'person');
  const titles = people.map((person) => officesOf(narrative, person));
  return {
    agents,
    verbs: reportingVerbs(narrative),
    genders: gendersOf(narrative, people),
    holderOf: (title, offset) => {
      const words = title.map(foldWord);
      for (let at = firstFrom(people, offset) - 1; at >= 0; at -= 1) {
        if (words.every((word) => titles[at]?.has(word))) return people[at];
      }
      return undefined;
    },
  };
}

/** "mayor of Oslo, | Ruth Bell", "President of Marenia | Tom Vale" */
const officeOf =
  /(?<!\p{L})((?:\p{L}+\s){0,2}\p{L}+)\s(?:of|for)\s(?:the\s)?(?:\p{Lu}[\p{L}-]+\s?){1,4},?\s?$/u;
/** "Ruth Bell, | the former mayor of Oslo" */
const apposed =
  /^,\s(?:the|an?|its|former|then)?\s?((?:\p{L}+\s){0,2}\p{L}+)(?:\s(?:of|for|at)\s|,)/u;

/** "Gov. Bell" is "the governor" later, "Justice Bell" "the judge". */
const inFull = new Map(
  Object.entries({
    adm: 'admiral',
    capt: 'captain',
    col: 'colonel',
    dr: 'doctor',
    gen: 'general',
    gov: 'governor',
    justice: 'judge',
    maj: 'major',
    prof: 'professor',
    rep: 'representative',
    sen: 'senator',
    sgt: 'sergeant',
  }),
);

/** Every word of the offices a text gives somebody where it names them. */
function officesOf(narrative: string, { start, end }: Agent): Set<string> {
  const before = officeOf.exec(narrative.slice(Math.max(0, start - 80), start))?.[1] ?? '';
  const after = apposed.exec(narrative.slice(end, end + 80))?.[1] ?? '';
  const words = `${before} ${after}`.split(' ').map(foldWord);
  const titles = [...titlesBefore(narrative, start), ...words.filter((word) => isTitle(word))];
  return new Set(titles.flatMap((title) => [title, inFull.get(title) ?? title]));
}

/** "Ms X", and "X said she": a pronoun after the only person of its sentence so far. */
function gendersOf(narrative: string, people: readonly Agent[]): Map<string, Gender> {
  const votes = new Map<string, number>();
  const vote = (name: string, weight: number) => votes.set(name, (votes.get(name) ?? 0) + weight);
  people.forEach(({ name, start, end }, index) => {
    const addressed = addressedAs(narrative, start);
    if (addressed !== undefined) vote(name, addressed === 'female' ? 5 : -5);
    const given = genderOfGivenName(name.split(' ')[0] ?? '');
    if (given !== undefined && name.includes(' ')) vote(name, given === 'female' ? 2 : -2);
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
