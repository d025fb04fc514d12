import { hash } from 'node:crypto';
import type { Block } from '../../../../shared/model/ranges.ts';
import { isParagraph } from '../edges.ts';
import { lineKey } from '../learnt/keys.ts';
import { linesOf, type Line } from '../lines.ts';

/** A line of an article that may be its outlet's own, and come back in others. */
export interface KeyedLine {
  /** Of its words, folded as rules fold them: 52 bits, so that two lines hardly ever share one. */
  readonly key: number;
  /** `[start, end)`, UTF-16. */
  readonly start: number;
  readonly end: number;
  /** A short line before the article's first paragraph or behind its last. */
  readonly edge: boolean;
}

const keyed = new Set<Block['kind']>(['paragraph', 'heading', 'quote', 'list-item', 'caption']);
/** What an outlet says of itself may be a paragraph: the first and the last ones are looked at. */
const outerParagraphs = 2;
const longest = 1200;

const keyBits = 20;
const numbers = 4;

function keyOf(words: string): number {
  const digest = hash('sha1', words, 'buffer');
  return (digest.readUInt32LE(4) >>> (32 - keyBits)) * 2 ** 32 + digest.readUInt32LE(0);
}

/** The lines to remember of an article: short ones, and its outermost paragraphs; not its title. */
export function keyedLines(text: string, blocks: readonly Block[], title: string): KeyedLine[] {
  const lines = linesOf(text, blocks);
  const paragraphs = lines.flatMap((line, index) => (isParagraph(line) ? [index] : []));
  const [first = -1] = paragraphs;
  const last = paragraphs.at(-1) ?? -1;
  const outer = new Set([
    ...paragraphs.slice(0, outerParagraphs),
    ...paragraphs.slice(-outerParagraphs),
  ]);
  const titleKey = lineKey(title);
  const wanted = (line: Line, index: number) =>
    keyed.has(line.kind) && line.text.length <= longest && (outer.has(index) || !isParagraph(line));
  const seen = new Set<number>();
  return lines.flatMap((line, index): KeyedLine[] => {
    if (!wanted(line, index)) return [];
    const words = lineKey(line.text);
    if (words.length < 2 || words === titleKey) return [];
    const key = keyOf(words);
    if (seen.has(key)) return [];
    seen.add(key);
    const edge = first !== -1 && !outer.has(index) && (index < first || index > last);
    return [{ key, start: line.start, end: line.end, edge }];
  });
}

/** Lines as they are stored. */
export function packed(lines: readonly KeyedLine[]): Uint8Array {
  const words = new Uint32Array(lines.length * numbers);
  lines.forEach(({ key, start, end, edge }, index) => {
    const high = Math.floor(key / 2 ** 32);
    words.set([high * 2 + (edge ? 1 : 0), key >>> 0, start, end], index * numbers);
  });
  return new Uint8Array(words.buffer);
}

/** The lines that `packed` wrote. */
export function unpacked(bytes: Uint8Array): KeyedLine[] {
  const words = new Uint32Array(bytes.slice().buffer);
  return Array.from({ length: words.length / numbers }, (_, index) => {
    const [high = 0, low = 0, start = 0, end = 0] = words.subarray(index * numbers);
    return { key: (high >>> 1) * 2 ** 32 + low, start, end, edge: (high & 1) === 1 };
  });
}
