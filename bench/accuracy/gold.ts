import { isTitle } from '../../src/shared/text/names/honorifics.ts';
import type { Labelled, Span } from './collections.ts';

export type Kind = 'person' | 'organisation' | 'place';
/** What a label allows. Empty: its kind is open or none of ours, so nobody wins or loses by it. */
export type Kinds = readonly Kind[];

/** Wikidata classes as MSNBC is labelled with them; works, events, products and deities are none. */
const classes: readonly (readonly [RegExp, Kind])[] = [
  [/\bQ215627\b/u, 'person'],
  [/\bQ27096213\b/u, 'place'],
  [/\bQ43229\b/u, 'organisation'],
];

/** The kinds of a label of re3d, MSNBC or IEER; null for dates, weapons and the like. */
export function kindsOf(type: string): Kinds | null {
  if (/^person$/iu.test(type)) return ['person'];
  if (/^organi[sz]ation$/iu.test(type)) return ['organisation'];
  if (/^location$/iu.test(type)) return ['place'];
  if (/^Q\d/u.test(type)) {
    return classes.filter(([pattern]) => pattern.test(type)).map(([, kind]) => kind);
  }
  return /^(?:OTHER|Nationality)$/u.test(type) ? [] : null;
}

/** Articles, demonstratives, and titles of people are no part of a name, on both sides. */
export function strip(
  text: string,
  start: number,
  end: number,
  isPerson: boolean,
): readonly [start: number, end: number] {
  for (;;) {
    const word = /^[\s"“'‘(]*(\p{L}[\p{L}.]*)[\s"“]+(?=\S)/u.exec(text.slice(start, end));
    if (word === null) break;
    const folded = (word[1] ?? '').toLowerCase().replaceAll('.', '');
    if (!/^(?:the|a|an|this|that)$/u.test(folded) && !(isPerson && isTitle(folded))) break;
    start += word[0].length;
  }
  const possessive = /['’]s?$/u.exec(text.slice(start, end));
  if (possessive !== null) end -= possessive[0].length;
  while (end > start && /[\s.,"”]/u.test(text[end - 1] ?? '')) end -= 1;
  return [start, end];
}

/** A proper name has a capital or a digit on every word but the joining ones; a pronoun is none. */
export const isProper = (name: string): boolean =>
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

export interface GoldName {
  readonly start: number;
  readonly end: number;
  readonly kinds: Kinds;
  readonly kb: string | null;
}

const isInside = (span: Span, other: Span) =>
  other.start <= span.start &&
  other.end >= span.end &&
  other.end - other.start > span.end - span.start;

/**
 * The proper names a document is labelled with, stripped, one for each place. Noun phrases and
 * pronouns (a third of re3d) are not asked for. Of nested labels MSNBC means the outermost.
 */
export function goldNames({ set, text, spans }: Labelled): GoldName[] {
  const gold = new Map<string, GoldName>();
  for (const span of spans) {
    const kinds = kindsOf(span.type);
    if (kinds === null) continue;
    if (set === 'msnbc' && spans.some((other) => isInside(span, other))) continue;
    const [start, end] = strip(text, span.start, span.end, kinds.includes('person'));
    if (!isProper(text.slice(start, end))) continue;
    const key = `${start} ${end}`;
    const known = gold.get(key);
    const all = [...new Set([...(known?.kinds ?? []), ...kinds])];
    gold.set(key, { start, end, kinds: all, kb: known?.kb ?? span.kb ?? null });
  }
  return [...gold.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
