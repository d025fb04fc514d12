import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isTitle } from '../src/shared/text/names/honorifics.ts';
import { stateNamed } from '../src/shared/text/names/states.ts';
import { findNames } from '../src/shared/text/names/find/find-names.ts';

const folder = resolve(import.meta.dirname, '../../shared/data/actors');

interface Span {
  start: number;
  end: number;
  type: string;
  text: string;
}
interface Labelled {
  id: string;
  text: string;
  spans: Span[];
  labels: { evaluation_span?: [number, number] };
}
type Kind = 'person' | 'organisation' | 'place' | 'neutral';

const kindOf = (type: string): Kind | null => {
  if (/^(?:Person|PERSON)$/u.test(type) || /Q215627/u.test(type)) return 'person';
  if (/^(?:Organisation|ORGANIZATION)$/u.test(type)) return 'organisation';
  if (/^(?:Location|LOCATION)$/u.test(type)) return 'place';
  if (type.startsWith('Q')) {
    if (/Q27096213|Q1656682|Q17376908/u.test(type) && !/Q2424752/u.test(type)) return 'place';
    return 'organisation';
  }
  return /^(?:OTHER|Nationality)$/u.test(type) ? 'neutral' : null;
};

/** Articles, demonstratives and titles are stripped on both sides. */
function strip(text: string, start: number, end: number, kind: Kind | null): [number, number] {
  for (;;) {
    const word = /^[\s"“'‘(]*(\p{L}[\p{L}.]*)[\s"“]+(?=\S)/u.exec(text.slice(start, end));
    if (word === null) break;
    const folded = (word[1] ?? '').toLowerCase().replaceAll('.', '');
    if (!/^(?:the|a|an|this|that)$/u.test(folded) && !(kind === 'person' && isTitle(folded))) break;
    start += word[0].length;
  }
  const possessive = /['’]s?$/u.exec(text.slice(start, end));
  if (possessive !== null) end -= possessive[0].length;
  while (end > start && /[\s.,"”]/u.test(text[end - 1] ?? '')) end -= 1;
  return [start, end];
}

/** A proper name: a capital or a digit on every word but the joining ones. Pronouns are none. */
const isProper = (name: string) =>
  !/^(?:I|We|They|It|He|She|You|Our|Their|His|Her|Its|One|Some|All|Both|This|These|Those|Minister|Capt|Members)\b/u.test(
    name,
  ) &&
  name
    .split(/[\s-]+/u)
    .every(
      (word) =>
        /^["“(']*[\p{Lu}\d]/u.test(word) ||
        /^(?:of|the|and|for|on|in|de|al|bin|von|van|el|ed|az|&)/u.test(word),
    );

interface Score {
  right: number;
  found: number;
  gold: number;
}

function score(documents: Labelled[]) {
  const total: Record<string, Score> = {};
  const errors: string[] = [];
  const count = (kind: string, part: keyof Score) => {
    for (const key of [kind, 'all']) (total[key] ??= { right: 0, found: 0, gold: 0 })[part] += 1;
  };
  for (const { id, text, spans, labels } of documents) {
    const [from, to] = labels.evaluation_span ?? [0, text.length];
    const gold = new Map<string, Kind>();
    const outer = spans.filter(
      (span) =>
        !spans.some(
          (other) =>
            other.start <= span.start &&
            other.end >= span.end &&
            other.end - other.start > span.end - span.start &&
            id.startsWith('msnbc'),
        ),
    );
    for (const span of outer) {
      const kind = kindOf(span.type);
      const [start, end] = strip(text, span.start, span.end, kind);
      if (kind === null || !isProper(text.slice(start, end))) continue;
      if (!gold.has(`${start} ${end}`)) gold.set(`${start} ${end}`, kind);
    }
    const found = new Map<string, Kind>();
    for (const name of findNames(text)) {
      if (name.start < from || name.end > to) continue;
      const [start, end] = strip(text, name.start, name.end, name.kind);
      found.set(`${start} ${end}`, name.kind);
    }
    const show = (key: string) => {
      const [start = 0, end = 0] = key.split(' ').map(Number);
      return `${JSON.stringify(text.slice(start, end))} in ${JSON.stringify(text.slice(start - 25, end + 15))}`;
    };
    /** A state is a place and an actor: sets call it one or the other. */
    const isRight = (a: Kind | undefined, b: Kind | undefined, place: string) => {
      const [start = 0, end = 0] = place.split(' ').map(Number);
      const isState = stateNamed(text.slice(start, end)) !== undefined;
      return (
        a !== undefined &&
        b !== undefined &&
        (a === b || (isState && a !== 'person' && b !== 'person'))
      );
    };
    for (const [place, kind] of gold) {
      if (kind === 'neutral') continue;
      count(kind, 'gold');
      if (isRight(found.get(place), kind, place)) count(kind, 'right');
      else errors.push(`${id} MISS ${kind} ${found.get(place) ?? ''} ${show(place)}`);
    }
    for (const [place, kind] of found) {
      if (gold.get(place) === 'neutral') continue;
      count(kind, 'found');
      if (!isRight(kind, gold.get(place), place))
        errors.push(`${id} EXTRA ${kind} ${gold.get(place) ?? ''} ${show(place)}`);
    }
  }
  return { total, errors };
}

/**
 * Typed, exact names in the labelled sets. Titles and articles are left out on both sides, kinds
 * the sets leave open count for neither, noun phrases and pronouns are not asked for, and a state
 * is right as a place or as an organisation. `--errors=SET` lists what went wrong.
 */
export async function run(args: string[]): Promise<void> {
  if (!existsSync(folder)) {
    console.warn(`The labelled sets are not at ${folder}: nothing was measured.`);
    return;
  }
  for (const set of ['re3d', 'el-msnbc', 'ieer']) {
    const documents = readFileSync(`${folder}/${set}.jsonl`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line.replaceAll('&AMP;', '&    ')) as Labelled);
    const { total, errors } = score(documents);
    const figures = Object.entries(total).map(([kind, { right, found, gold }]) => {
      const [p, r] = [right / Math.max(1, found), right / Math.max(1, gold)];
      return `${kind} P ${p.toFixed(3)} R ${r.toFixed(3)} F1 ${((2 * p * r) / (p + r)).toFixed(3)}`;
    });
    console.log(`${set}\n  ${figures.join('\n  ')}`);
    if (args.includes(`--errors=${set}`)) console.log(errors.join('\n'));
  }
}
