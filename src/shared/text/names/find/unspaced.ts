import { titlesAfterNames } from '../honorifics.ts';
import { unspacedStateNames } from '../states.ts';
import type { FoundName } from './find-names.ts';

const runs =
  /[\p{Script=Han}々]{2,}|[\p{Script=Katakana}ー・＝]{2,}[\p{Script=Han}]*|\p{Script=Hangul}{2,4}(?=\s)/gu;

const title = (run: string) => titlesAfterNames.find((item) => run.endsWith(item));

/** A run without the state or office it begins with. */
function withoutState(run: string): string {
  for (const [name] of unspacedStateNames()) {
    if (run.startsWith(name) && run.length > name.length) return run.slice(name.length);
  }
  return run;
}

/**
 * Names in texts without capitals: what stands before a title in Japanese, Chinese or Korean is a
 * person, and states are known by their names.
 */
export function findUnspacedNames(text: string): FoundName[] {
  if (!/[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)) return [];
  const found: FoundName[] = [];
  for (const match of text.matchAll(runs)) {
    const [run] = match;
    const after = /^\s(\p{Script=Hangul}{1,6})/u.exec(text.slice(match.index + run.length))?.[1];
    const isHangul = after !== undefined && /\p{Script=Hangul}/u.test(run);
    const called = isHangul ? titlesAfterNames.find((item) => after.startsWith(item)) : title(run);
    if (called === undefined) continue;
    const whole = isHangul ? run : run.slice(0, -called.length);
    const name = withoutState(whole).replace(/^[・＝]+|[・＝]+$/gu, '');
    const isFull = /\p{Script=Katakana}/u.test(name) ? name.length >= 3 : /^.{3,4}$/u.test(name);
    if (!isFull || titlesAfterNames.some((item) => name.includes(item))) continue;
    const start = match.index + whole.indexOf(name);
    found.push({ start, end: start + name.length, kind: 'person', text: name, key: name });
  }
  for (const [name] of unspacedStateNames()) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const isPeople = /^[人語语文]/u.test(text.slice(at + name.length));
      if (!isPeople) {
        found.push({ start: at, end: at + name.length, kind: 'place', text: name, key: name });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
