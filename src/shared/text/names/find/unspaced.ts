import type { TextRange } from '../../../model/ranges.ts';
import { unspacedStateNames } from '../states.ts';
import { overlapping } from '../../ranges-in-order.ts';
import type { FoundName } from './find-names.ts';
import { unspacedOrganisations } from './unspaced-organisations.ts';
import { titledPeople, type PersonPlace } from './unspaced-people.ts';

const found = (start: number, written: string, name: string): FoundName => ({
  start,
  end: start + written.length,
  kind: 'person',
  text: name,
  key: name,
});

/** Names by what they begin with and end with, so that no name is compared with all others. */
class FullNames {
  readonly all: ReadonlySet<string>;
  readonly #starting = new Map<string, Set<string>>();
  readonly #ending = new Map<string, Set<string>>();

  constructor(names: Iterable<string>) {
    this.all = new Set(names);
    for (const name of this.all) {
      for (let length = 1; length < Math.min(name.length, longestPart + 1); length += 1) {
        const start = name.slice(0, length);
        const end = name.slice(-length);
        this.#starting.set(start, (this.#starting.get(start) ?? new Set()).add(name));
        this.#ending.set(end, (this.#ending.get(end) ?? new Set()).add(name));
      }
    }
  }

  /** The longer names that a name begins. */
  from(start: string): ReadonlySet<string> {
    return this.#starting.get(start) ?? none;
  }

  /** "제임스 하트웰" for "하트웰": the longer name whose last part it is, else itself. */
  wholeOf(name: string): string {
    for (const whole of this.#ending.get(name) ?? none) {
      if (whole.at(-name.length - 1) === ' ') return whole;
    }
    return name;
  }

  /** Those whose surname it is: it begins the name, or ends it after a dot. */
  bearersOf(surname: string): string[] {
    const last = [...(this.#ending.get(surname) ?? none)].filter((name) =>
      /[・·＝\s]/u.test(name.at(-surname.length - 1) ?? ''),
    );
    return [...new Set([...this.from(surname), ...last])];
  }
}

const none: ReadonlySet<string> = new Set();
/** No part of a name is longer, in characters. */
const longestPart = 24;

/** Where the last part of a name with a dot stands by itself: "リンド" of "アンナ・リンド". */
function lastPartPlaces(text: string, name: string): TextRange[] {
  const part = /[・·＝](?<last>[^・·＝]{2,})$/u.exec(name)?.groups?.['last'];
  if (part === undefined) return [];
  const isKatakana = /\p{Script=Katakana}/u.test(part);
  const beside = isKatakana ? /[\p{Script=Katakana}ー・＝]/u : /[·]/u;
  const places: TextRange[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) {
    const end = at + part.length;
    const isWhole = !beside.test(text[at - 1] ?? '') && !beside.test(text[end] ?? '');
    if (isWhole) places.push({ start: at, end });
  }
  return places;
}

/** Names looked for without their titles too; more of them are in no article. */
const mostSought = 300;

const isLastPart = (text: string, at: number, whole: string, name: string): boolean =>
  whole !== name && text.startsWith(whole, at + name.length - whole.length);

/** All places of people: with a title, again without one, and by a surname only one of them has. */
function people(text: string, titled: readonly PersonPlace[]): FoundName[] {
  const names = new FullNames(titled.filter(({ isFull }) => isFull).map(({ name }) => name));
  const places = new Map<number, FoundName>();
  for (const { start, name, isFull } of titled) {
    if (isFull) places.set(start, found(start, name, names.wholeOf(name)));
  }
  for (const name of [...names.all].slice(0, mostSought)) {
    const longer = [...names.from(name)];
    const whole = names.wholeOf(name);
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const isLonger = longer.some((other) => text.startsWith(other, at));
      const isWhole = !isLonger && !isLastPart(text, at, whole, name);
      if (isWhole) places.set(at, found(at, name, whole));
    }
    for (const at of lastPartPlaces(text, name)) {
      if (!places.has(at.start))
        places.set(at.start, { ...found(at.start, '', name), end: at.end });
    }
  }
  const ownersOf = new Map<string, string[]>();
  for (const { start, name } of titled.filter(({ isFull }) => !isFull)) {
    const owners = ownersOf.get(name) ?? names.bearersOf(name);
    ownersOf.set(name, owners);
    const [owner = name] = owners;
    const isAlone = owners.length === 0 && name.length > 1 && /\p{Script=Katakana}/u.test(name);
    if (owners.length === 1 || isAlone) places.set(start, found(start, name, owner));
  }
  return [...places.values()];
}

const katakana = /[\p{Script=Katakana}ー]/u;

function statesIn(text: string): FoundName[] {
  const states: FoundName[] = [];
  for (const [name] of unspacedStateNames()) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const isPeople = /^[人語语文]/u.test(text.slice(at + name.length, at + name.length + 1));
      // "インド" in "インドネシア".
      const isPart =
        katakana.test(name) &&
        (katakana.test(text.charAt(at + name.length)) || katakana.test(text.charAt(at - 1)));
      if (!isPeople && !isPart) {
        states.push({ start: at, end: at + name.length, kind: 'place', text: name, key: name });
      }
    }
  }
  return states;
}

/**
 * Names in texts without capitals: who stands before a title in Japanese and Korean, or on either
 * side of it in Chinese, is a person; bodies are known by the word they end with, states by their names. A surname before a title is
 * the one person of the text who has it.
 */
export function findUnspacedNames(text: string): FoundName[] {
  if (!/[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)) return [];
  const named = people(text, titledPeople(text)).sort((a, b) => a.start - b.start);
  const bodies = unspacedOrganisations(text).flatMap(({ start, end }): FoundName[] => {
    const name = text.slice(start, end);
    const isFree = overlapping(named, { start, end }).length === 0;
    return isFree ? [{ start, end, kind: 'organisation', text: name, key: name }] : [];
  });
  const states = statesIn(text).filter((state) => overlapping(bodies, state).length === 0);
  return [...named, ...bodies, ...states].sort((a, b) => a.start - b.start);
}
