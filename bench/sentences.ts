import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { sentences } from '../src/shared/text/sentences.ts';
import { f1, figure, pair, tally } from './accuracy/tally.ts';
import { print } from './measure.ts';
import { records } from './texts.ts';

interface Labels {
  readonly collection: 'wikinews-en' | 'reuters21578';
  readonly id: string;
  /** Where sentences end, without the white space after them. */
  readonly ends: readonly number[];
}

type Side = (text: string) => ReadonlySet<number>;

const ours: Side = (text) => new Set(sentences(text).map(({ end }) => end));

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const intl: Side = (text) =>
  new Set(
    [...segmenter.segment(text)]
      .filter(({ segment }) => segment.trim() !== '')
      .map(({ index, segment }) => index + segment.trimEnd().length),
  );

/**
 * Where sentences end, beside `Intl.Segmenter`. Labels: the ends our rules, `Intl.Segmenter` and a
 * plain rule (full stop, space, capital) agree on, and every other end of one of them judged by eye.
 */
export async function run(): Promise<void> {
  const labels = JSON.parse(
    readFileSync(resolve(import.meta.dirname, 'labels/sentences.json'), 'utf8'),
  ) as Labels[];
  const rows: string[][] = [];
  for (const collection of ['wikinews-en', 'reuters21578'] as const) {
    const found = records(`news/${collection}.jsonl`) as { id: string; text: string }[] | null;
    if (found === null) continue;
    const texts = new Map(found.map(({ id, text }) => [id, text]));
    for (const [name, side] of Object.entries({ ours, 'Intl.Segmenter': intl })) {
      const counts = tally();
      for (const { id, ends } of labels.filter((item) => item.collection === collection)) {
        const gold = new Set(ends);
        const proposed = side(texts.get(id) ?? '');
        counts.gold += gold.size;
        counts.found += proposed.size;
        counts.right += [...proposed].filter((end) => gold.has(end)).length;
      }
      rows.push([collection, name, figure(f1(counts)), pair(counts), `${counts.gold}`]);
    }
  }
  print([['sentence ends', '', 'F1', 'P/R', 'labelled'], ...rows]);
}
