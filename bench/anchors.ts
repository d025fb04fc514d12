import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describePassage } from '../src/shared/anchoring/describe.ts';
import { normalText } from '../src/shared/anchoring/normal-text.ts';
import { resolvePassage } from '../src/shared/anchoring/resolve.ts';
import { mutations, type Mutation, type Parts } from '../src/shared/anchoring/test-mutations.ts';
import type { TextRange } from '../src/shared/model/ranges.ts';
import { sentences } from '../src/shared/text/sentences.ts';
import { anchorAsHypothesis } from './anchors/hypothesis.ts';
import { pick, random } from './measure.ts';
import { records, type BenchArticle } from './texts.ts';

/** What else is done to a text than the tests of `shared/anchoring` do. */
const more: Readonly<Record<string, Mutation>> = {
  emoji: ({ before, passage, after }) => ({
    before: `👩‍🚀😀 ${before}`,
    passage,
    after: `${after} 🇺🇳`,
  }),
  RTL: ({ before, passage, after }) => ({
    before: `שלום וביטחון\u200f\nمرحبا بالعالم\n${before}`,
    passage,
    after: `${after}\nوداعا`,
  }),
  'other words in its place, its own elsewhere': ({ before, passage, after }) => ({
    before,
    passage: null,
    after: ` ${Array.from(passage).reverse().join('')}${after}\n${passage}`,
  }),
};

interface Tally {
  exact: number;
  moved: number;
  orphaned: number;
  /** Taken without asking, in another place than the true one. */
  silent: number;
  /** Offered for a person to confirm, in another place than the true one. */
  asked: number;
}
const nothing = (): Tally => ({ exact: 0, moved: 0, orphaned: 0, silent: 0, asked: 0 });

function isWrong(found: TextRange, truth: TextRange | null): boolean {
  if (truth === null) return true;
  const shared = Math.min(found.end, truth.end) - Math.max(found.start, truth.start);
  return shared < (truth.end - truth.start) * 0.6;
}

/** Sentences and parts of sentences of a text, each between what stands before and after it. */
function passagesOf(text: string, next: () => number, count: number): Parts[] {
  const all = sentences(text).filter(({ start, end }) => end - start >= 20);
  if (all.length < 4) return [];
  return Array.from({ length: count }, () => {
    const whole = pick(all, next);
    const words = [...text.slice(whole.start, whole.end).matchAll(/\S+/gu)];
    const from = next() < 0.5 ? 0 : Math.floor(next() * Math.max(1, words.length - 3));
    const to =
      next() < 0.5
        ? words.length - 1
        : Math.min(words.length - 1, from + 2 + Math.floor(next() * 12));
    const start = whole.start + (words[from]?.index ?? 0);
    const end = whole.start + (words[to]?.index ?? 0) + (words[to]?.[0].length ?? 0);
    return {
      before: text.slice(0, start),
      passage: text.slice(start, end),
      after: text.slice(end),
    };
  }).filter(({ passage }) => passage.trim() !== '');
}

function ownTexts(): string[] {
  const folder = resolve(import.meta.dirname, '../resources/sample-corpus');
  return readdirSync(folder)
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .map((name) => readFileSync(resolve(folder, name), 'utf8'));
}

function add(ours: Tally, theirs: Tally, parts: Parts, mutation: Mutation, filler: string): void {
  const { before, passage, after } = mutation(parts, filler);
  const text = `${before}${passage ?? ''}${after}`;
  const at = before?.length ?? 0;
  const truth = passage === null ? null : { start: at, end: at + passage.length };
  const known = describePassage(`${parts.before}${parts.passage}${parts.after}`, {
    start: parts.before.length,
    end: parts.before.length + parts.passage.length,
  });
  const found = resolvePassage(normalText(text), known);
  ours[found.state] += 1;
  if (found.state === 'exact' && isWrong(found, truth)) ours.silent += 1;
  if (found.state === 'moved' && isWrong(found, truth)) ours.asked += 1;
  const theirPlace = anchorAsHypothesis(text, known);
  if (theirPlace === null) theirs.orphaned += 1;
  else {
    const inPlace = theirPlace.start === known.start && theirPlace.end === known.end;
    theirs[inPlace ? 'exact' : 'moved'] += 1;
    if (isWrong(theirPlace, truth)) theirs.silent += 1;
  }
}

const share = (part: number, all: number) => `${((100 * part) / all).toFixed(1)} %`;

/** Passages looked for again after their text changed, by our method and by that of Hypothesis. */
export async function run([articles = '120']: string[]): Promise<void> {
  const news = (records('news/wikinews-en.jsonl') as BenchArticle[] | null) ?? [];
  const texts = [...ownTexts(), ...news.map(({ text }) => text)].slice(0, Number(articles));
  const next = random(11);
  const cases = texts.flatMap((text, i) =>
    passagesOf(text, next, 6).map((parts) => ({
      parts,
      filler: texts[(i + Math.floor(texts.length / 2)) % texts.length] ?? '',
    })),
  );
  console.log(`${cases.length} passages of ${texts.length} texts\n`);
  console.log(
    '| change of the text | exact | moved | lost | silently wrong | asked, wrong | Hypothesis: lost | silently wrong |',
  );
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const [name, mutation] of Object.entries({ ...mutations, ...more })) {
    const [ours, theirs] = [nothing(), nothing()];
    for (const { parts, filler } of cases) add(ours, theirs, parts, mutation, filler);
    const all = cases.length;
    const cells = [
      name,
      share(ours.exact, all),
      share(ours.moved, all),
      share(ours.orphaned, all),
      String(ours.silent),
      String(ours.asked),
      share(theirs.orphaned, all),
      share(theirs.silent, all),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}
