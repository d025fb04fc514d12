import { MentionFinder, type NamedActor } from '../../src/shared/text/names/mentions.ts';
import { actorOf } from './actors.ts';
import type { Labelled } from './collections.ts';
import { goldNames } from './gold.ts';
import { tally, type Tally } from './tally.ts';

const isFull = (name: string) => /\p{L}{2,}[\s.]+\p{L}{2,}/u.test(name);

interface Accepted {
  readonly key: string;
  readonly name: string;
}

/** A person as somebody would accept them: under the longest name labelled anywhere. */
function accepted(documents: readonly Labelled[]): Accepted[] {
  const names = new Map<string, string>();
  for (const document of documents) {
    for (const gold of goldNames(document)) {
      if (!gold.kinds.includes('person')) continue;
      const name = document.text.slice(gold.start, gold.end).replaceAll(/\s+/gu, ' ');
      const key = actorOf(document, gold);
      if (isFull(name) && name.length > (names.get(key) ?? '').length) names.set(key, name);
    }
  }
  return [...names].map(([key, name]) => ({ key, name }));
}

/** "start end person" of every place a side finds. */
type Side = (text: string, people: readonly Accepted[]) => string[];

const ours: Side = (text, people) => {
  const actors = people.map(({ name }, key): NamedActor => ({
    key,
    kind: 'person',
    names: [{ name, scope: 'everywhere', article: null }],
  }));
  return new MentionFinder(actors)
    .find(text, 0)
    .filter(({ status }) => status !== 'open')
    .map(({ start, end, actor }) => `${start} ${end} ${people[actor]?.key}`);
};

/** Every place where the accepted name is written as it is. */
const plainSearch: Side = (text, people) => {
  const places: string[] = [];
  for (const { key, name } of people) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      places.push(`${at} ${at + name.length} ${key}`);
    }
  }
  return places;
};

export const sides = { ours, 'plain search': plainSearch } as const;

/**
 * Mentions of accepted people: right words, right person. Within: the people of each document are
 * accepted and looked for in it. Across: those of all documents, in all of them.
 */
export function scoreMentions(
  documents: readonly Labelled[],
  side: Side,
  reach: 'within' | 'across',
): Tally & { errors: string[] } {
  const counts = tally();
  const errors: string[] = [];
  const everybody = reach === 'across' ? accepted(documents) : [];
  for (const document of documents) {
    const people = reach === 'across' ? everybody : accepted([document]);
    const known = new Set(people.map(({ key }) => key));
    const gold = new Set<string>();
    const unlinked = new Set<string>();
    for (const name of goldNames(document)) {
      const key = actorOf(document, name);
      if (name.kinds.length === 0) unlinked.add(`${name.start} ${name.end}`);
      if (name.kinds.includes('person') && known.has(key))
        gold.add(`${name.start} ${name.end} ${key}`);
    }
    const found = side(document.text, people);
    const show = (what: string, place: string) => {
      const [start = 0, end = 0] = place.split(' ').map(Number);
      const around = JSON.stringify(document.text.slice(Math.max(0, start - 40), end + 20));
      errors.push(
        `${document.id} ${what} ${place} ${JSON.stringify(document.text.slice(start, end))} in ${around}`,
      );
    };
    for (const place of found) {
      if (unlinked.has(place.split(' ').slice(0, 2).join(' '))) continue;
      counts.found += 1;
      if (gold.has(place)) counts.right += 1;
      else show('WRONG', place);
    }
    for (const place of gold) if (!found.includes(place)) show('MISSED', place);
    counts.gold += gold.size;
  }
  return { ...counts, errors };
}
