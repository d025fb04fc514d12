import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { MentionFinder, type NamedActor } from '../src/shared/text/names/mentions.ts';
import { isTitle } from '../src/shared/text/names/honorifics.ts';

const file = resolve(import.meta.dirname, '../../shared/data/actors/el-msnbc.jsonl');

interface Labelled {
  text: string;
  spans: { start: number; end: number; type: string; text: string; kb?: string }[];
}

/** Where a span's name begins when the titles before it are left out. */
function afterTitles(text: string, start: number, end: number): number {
  for (let from = start; ;) {
    const word = /^(\p{L}+)\.?\s+(?=\S)/u.exec(text.slice(from, end));
    if (word?.[1] === undefined || !isTitle(word[1].toLowerCase())) return from;
    from += word[0].length;
  }
}

/**
 * Mentions of accepted people on the MSNBC set: every linked person whose full name stands in an
 * article is accepted under the full names written there; right means right words, right person.
 * Beside it, plain search for the same names.
 */
export async function run(): Promise<void> {
  if (!existsSync(file)) {
    console.warn(`The labelled set is not at ${file}: nothing was measured.`);
    return;
  }
  const counts = { gold: 0, found: 0, right: 0, plainFound: 0, plainRight: 0 };
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const { text, spans } = JSON.parse(line) as Labelled;
    const people = new Map<string, Set<string>>();
    for (const { type, kb, text: name } of spans) {
      if (!/Q215627\b/u.test(type) || kb === undefined || !/\p{L}\s+\p{L}/u.test(name)) continue;
      people.set(kb, (people.get(kb) ?? new Set()).add(name.replaceAll(/\s+/gu, ' ')));
    }
    const keys = [...people.keys()];
    const actors: NamedActor[] = keys.map((kb, key) => ({
      key,
      kind: 'person',
      names: [...(people.get(kb) ?? [])].map((name) => ({
        name,
        scope: 'everywhere',
        article: null,
      })),
    }));
    const gold = new Set(
      spans
        .filter(({ kb }) => kb !== undefined && people.has(kb))
        .filter(
          (span) =>
            !spans.some(
              (other) =>
                other !== span &&
                other.start <= span.start &&
                other.end >= span.end &&
                other.text.length > span.text.length,
            ),
        )
        .map(({ start, end, kb }) => `${afterTitles(text, start, end)} ${end} ${kb}`),
    );
    counts.gold += gold.size;
    for (const { start, end, actor, status } of new MentionFinder(actors).find(text, 0)) {
      if (status === 'open') continue;
      counts.found += 1;
      const key = `${start} ${end} ${keys[actor]}`;
      if (gold.has(key)) counts.right += 1;
    }
    const plain = new Set(
      keys.flatMap((kb) =>
        [...(people.get(kb) ?? [])].flatMap((name) => {
          const places: string[] = [];
          for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            places.push(`${at} ${at + name.length} ${kb}`);
          }
          return places;
        }),
      ),
    );
    counts.plainFound += plain.size;
    counts.plainRight += [...plain].filter((key) =>
      spans.some(({ start, end, kb }) => `${afterTitles(text, start, end)} ${end} ${kb}` === key),
    ).length;
  }
  const share = (part: number, whole: number) => (part / Math.max(1, whole)).toFixed(3);
  console.log(
    `Mentions of accepted people, MSNBC: P ${share(counts.right, counts.found)} R ${share(counts.right, counts.gold)}; ` +
      `plain search P ${share(counts.plainRight, counts.plainFound)} R ${share(counts.plainRight, counts.gold)}`,
  );
}
