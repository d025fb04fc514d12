import type { Weights } from '../../src/shared/text/names/find/classify.ts';
import { findUnspacedNames } from '../../src/shared/text/names/find/unspaced.ts';
import { findNames } from '../../src/shared/text/names/find/find-names.ts';
import { groupNames } from '../../src/shared/text/names/group-names.ts';
import { foldWord } from '../../src/shared/text/names/fold-word.ts';
import { isNameSuffix } from '../../src/shared/text/names/honorifics.ts';
import type { Labelled } from './collections.ts';
import { compromise } from './finders.ts';
import { goldNames, strip, type GoldName } from './gold.ts';
import { figure } from './tally.ts';

/** The places of one actor of one document; stripped, as "start end". */
type Group = readonly string[];
/** What finds the actors of a text: ours, or a peer. */
export type Grouper = (text: string) => Group[];

/** Ours, with the shipped weights or others. */
export const groupsOf =
  (weights?: Weights): Grouper =>
  (text) => {
    const names = [...findNames(text, weights), ...findUnspacedNames(text)];
    return groupNames(text, names).map(({ kind, places }) =>
      places.map(({ start, end }) => strip(text, start, end, kind === 'person').join(' ')),
    );
  };

/** compromise finds; names written alike are one actor. */
export const compromiseByString: Grouper = (text) => {
  const groups = Map.groupBy(compromise(text), (name) => name.text.replaceAll(/\s+/gu, ' '));
  return Array.from(groups.values(), (names) =>
    names.map(({ start, end, kind }) => strip(text, start, end, kind === 'person').join(' ')),
  );
};

/** Where a collection links nothing, people are one by their last word, others by all words. */
export function actorOf({ text }: Labelled, { start, end, kinds, kb }: GoldName): string {
  if (kb !== null && kb !== '<NO_MAPPING>') return kb;
  const words = text
    .slice(start, end)
    .split(/[\s.]+/u)
    .filter((word) => word !== '')
    .map(foldWord);
  const last = words.findLast((word) => !isNameSuffix(word)) ?? '';
  return kinds.includes('person') ? `person ${last}` : words.join(' ');
}

const most = (values: readonly string[]): { value: string; count: number } => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [[value, count] = ['', 0]] = [...counts].sort((a, b) => b[1] - a[1]);
  return { value, count };
};

export interface ActorScore {
  readonly found: { readonly right: number; readonly all: number };
  readonly gold: { readonly met: number; readonly all: number };
  readonly errors: readonly string[];
}

/** Precision and recall over several parts of a collection. */
export const toldScore = (parts: readonly ActorScore[]): string => {
  const sum = (count: (score: ActorScore) => number) =>
    parts.reduce((total, score) => total + count(score), 0);
  const precision =
    sum(({ found }) => found.right) /
    Math.max(
      1,
      sum(({ found }) => found.all),
    );
  const recall =
    sum(({ gold }) => gold.met) /
    Math.max(
      1,
      sum(({ gold }) => gold.all),
    );
  return `${figure(precision)}/${figure(recall)}`;
};

/**
 * Actors with two or more mentions in a document. A found one is right when at least half of its
 * places are exact places of one labelled actor; a labelled one is found when a right one stands
 * for it. Places that touch a label whose kind is open are left out.
 */
export function scoreActors(documents: readonly Labelled[], grouper: Grouper): ActorScore {
  const found = { right: 0, all: 0 };
  const gold = { met: 0, all: 0 };
  const errors: string[] = [];
  for (const document of documents) {
    const names = goldNames(document);
    const open = names.filter(({ kinds }) => kinds.length === 0);
    const actors = new Map<string, string>();
    const mentions = new Map<string, number>();
    for (const name of names) {
      if (name.kinds.length === 0) continue;
      const actor = actorOf(document, name);
      actors.set(`${name.start} ${name.end}`, actor);
      mentions.set(actor, (mentions.get(actor) ?? 0) + 1);
    }
    const isOpen = (place: string) => {
      const [start = 0, end = 0] = place.split(' ').map(Number);
      return open.some((name) => name.start < end && start < name.end);
    };
    const met = new Set<string>();
    for (const group of grouper(document.text)) {
      const places = group.filter((place) => !isOpen(place));
      if (places.length < 2) continue;
      found.all += 1;
      const { value, count } = most(
        places.map((place) => actors.get(place)).filter((actor) => actor !== undefined),
      );
      if (count * 2 >= places.length) {
        found.right += 1;
        met.add(value);
      } else {
        const words = places.map((place) =>
          document.text.slice(...(place.split(' ').map(Number) as [number, number])),
        );
        errors.push(`${document.id} WRONG ${[...new Set(words)].join(' | ')} ×${places.length}`);
      }
    }
    for (const [actor, count] of mentions) {
      if (count < 2) continue;
      gold.all += 1;
      if (met.has(actor)) gold.met += 1;
      else errors.push(`${document.id} MISSED ${actor} ×${count}`);
    }
  }
  return { found, gold, errors };
}
