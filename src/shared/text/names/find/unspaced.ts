import type { TextRange } from '../../../model/ranges.ts';
import { unspacedStateNames } from '../states.ts';
import type { FoundName } from './find-names.ts';
import { titledPeople, type PersonPlace } from './unspaced-people.ts';

const found = (start: number, written: string, name: string): FoundName => ({
  start,
  end: start + written.length,
  kind: 'person',
  text: name,
  key: name,
});

/** A surname that begins a full name, or the last part of one with a dot. */
const isSurnameOf = (short: string, name: string): boolean =>
  short !== name &&
  (name.startsWith(short) || /[・·＝\s]/u.test(name.at(-short.length - 1) ?? '')) &&
  (name.startsWith(short) || name.endsWith(short));

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
  const names = new Set(titled.filter(({ isFull }) => isFull).map(({ name }) => name));
  const places = new Map<number, FoundName>();
  // "하트웰" after "제임스 하트웰": the last part of a longer name.
  const wholeOf = (name: string) => [...names].find((one) => one.endsWith(` ${name}`)) ?? name;
  for (const { start, name, isFull } of titled) {
    if (isFull) places.set(start, found(start, name, wholeOf(name)));
  }
  for (const name of [...names].slice(0, mostSought)) {
    const longer = [...names].filter((other) => other !== name && other.startsWith(name));
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const isLonger = longer.some((other) => text.startsWith(other, at));
      const isWhole = !isLonger && !isLastPart(text, at, wholeOf(name), name);
      if (isWhole) places.set(at, found(at, name, wholeOf(name)));
    }
    for (const at of lastPartPlaces(text, name)) {
      if (!places.has(at.start))
        places.set(at.start, { ...found(at.start, '', name), end: at.end });
    }
  }
  const ownersOf = new Map<string, string[]>();
  for (const { start, name } of titled.filter(({ isFull }) => !isFull)) {
    const owners = ownersOf.get(name) ?? [...names].filter((full) => isSurnameOf(name, full));
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
 * side of it in Chinese, is a person; states are known by their names. A surname before a title is
 * the one person of the text who has it.
 */
export function findUnspacedNames(text: string): FoundName[] {
  if (!/[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)) return [];
  return [...people(text, titledPeople(text)), ...statesIn(text)].sort((a, b) => a.start - b.start);
}
