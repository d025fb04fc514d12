import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { sentences } from '../src/shared/text/sentences.ts';
import { brownTexts } from './accuracy/brown.ts';
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

interface Labelled {
  readonly text: string;
  readonly ends: readonly number[];
}

function labelledTexts(collection: Labels['collection']): Labelled[] | null {
  const found = records(`news/${collection}.jsonl`) as { id: string; text: string }[] | null;
  if (found === null) return null;
  const texts = new Map(found.map(({ id, text }) => [id, text]));
  const labels = JSON.parse(
    readFileSync(resolve(import.meta.dirname, 'labels/sentences.json'), 'utf8'),
  ) as Labels[];
  return labels
    .filter((item) => item.collection === collection)
    .map(({ id, ends }) => ({ text: texts.get(id) ?? '', ends }));
}

function scored(name: string, texts: readonly Labelled[]): string[][] {
  return Object.entries({ ours, 'Intl.Segmenter': intl }).map(([sideName, side]) => {
    const counts = tally();
    for (const { text, ends } of texts) {
      const gold = new Set(ends);
      const proposed = side(text);
      counts.gold += gold.size;
      counts.found += proposed.size;
      counts.right += [...proposed].filter((end) => gold.has(end)).length;
    }
    return [name, sideName, figure(f1(counts)), pair(counts), `${counts.gold}`];
  });
}

/** The mistakes made in texts: what stands around each end that is missed or too many. */
const mistakes = (texts: readonly Labelled[]): string[] =>
  texts.flatMap(({ text, ends }) => {
    const [gold, proposed] = [new Set(ends), ours(text)];
    const around = (end: number) =>
      `${text.slice(Math.max(0, end - 60), end)} | ${text.slice(end, end + 40)}`.replaceAll(
        /\s+/gu,
        ' ',
      );
    return [
      ...ends.filter((end) => !proposed.has(end)).map((end) => `missed: ${around(end)}`),
      ...[...proposed].filter((end) => !gold.has(end)).map((end) => `too many: ${around(end)}`),
    ];
  });

/**
 * Where sentences end, beside `Intl.Segmenter`. News and Reuters: the ends our rules,
 * `Intl.Segmenter` and a plain rule (full stop, space, capital) agree on, and every other end of one
 * of them judged by eye. Brown was labelled by its makers; rules are made on the mistakes of its
 * texts with even numbers only, which `--errors` lists.
 */
export async function run(args: string[]): Promise<void> {
  const rows: string[][] = [];
  for (const collection of ['wikinews-en', 'reuters21578'] as const) {
    const texts = labelledTexts(collection);
    if (texts !== null) rows.push(...scored(collection, texts));
  }
  const brown = brownTexts();
  if (brown !== null) {
    const isSeen = ({ id }: { id: string }) => Number(id.slice(2)) % 2 === 0;
    const seen = brown.filter(isSeen);
    rows.push(
      ...scored('Brown', brown),
      ...scored('Brown, half looked at', seen),
      ...scored(
        'Brown, half not looked at',
        brown.filter((text) => !isSeen(text)),
      ),
    );
    if (args.includes('--errors')) console.log(mistakes(seen).join('\n'));
  }
  print([['sentence ends', '', 'F1', 'P/R', 'labelled'], ...rows]);
}
