import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pick, random } from './measure.ts';

/** Public test collections, read from beside the repository and never copied into it. */
export const dataFolder = resolve(import.meta.dirname, '../../shared/data');

/** The records of one JSON-lines file of the collections; null, and said aloud, where it is absent. */
export function records(file: string): unknown[] | null {
  const path = resolve(dataFolder, file);
  if (!existsSync(path)) {
    console.warn(`NOT MEASURED: ../shared/data/${file} is not there.`);
    return null;
  }
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}

export interface BenchArticle {
  readonly title: string;
  readonly text: string;
}

const wordsPerArticle = 500;

/** `count` articles of about 500 words: Reuters stories joined, or made of words where they are absent. */
export function benchArticles(count: number): BenchArticle[] {
  const stories = (records('news/reuters21578.jsonl') as BenchArticle[] | null)?.filter(
    ({ text }) => text.length > 200,
  );
  const next = random(1);
  return Array.from({ length: count }, () => {
    const parts: BenchArticle[] = [];
    for (
      let words = 0;
      words < wordsPerArticle;
      words += parts.at(-1)?.text.split(/\s+/).length ?? 0
    ) {
      parts.push(stories === undefined ? madeStory(next) : pick(stories, next));
    }
    return { title: parts[0]?.title ?? '', text: parts.map(({ text }) => text).join('\n\n') };
  });
}

/** `count` short articles of some forty words each, one at a time: they need not fit into memory. */
export function* shortArticles(count: number): Generator<BenchArticle> {
  const next = random(5);
  const stories = records('news/reuters21578.jsonl') as BenchArticle[] | null;
  for (let n = 0; n < count; n++) {
    const { title, text } = stories === null ? madeStory(next) : pick(stories, next);
    const words = text.split(/\s+/);
    const at = Math.floor(next() * Math.max(1, words.length - shortWords));
    yield { title, text: words.slice(at, at + shortWords).join(' ') };
  }
}

const shortWords = 40;
const syllables = 'ba ce di fo gu ha ki lo mu ne pa ri so tu va we xi yo za tra ste pli gro'.split(
  ' ',
);
const vocabulary = 30_000;

/** Words by Zipf's law: the nth is n times rarer than the first. */
function madeStory(next: () => number): BenchArticle {
  const word = () => {
    let rank = Math.floor(Math.exp(next() * Math.log(vocabulary)));
    let made = '';
    do {
      made += syllables[rank % syllables.length];
      rank = Math.floor(rank / syllables.length);
    } while (rank > 0);
    return made;
  };
  const words = (length: number) => Array.from({ length }, word).join(' ');
  return { title: words(8), text: words(150) };
}
