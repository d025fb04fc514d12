import type { NearWords } from '../src/main/library/search/near-words.ts';
import { pick, print, random, time, timingOf } from './measure.ts';

const typos = 300;
const alphabet = 'abcdefghijklmnopqrstuvwxyz'.split('');

/** One insertion, deletion, substitution or swap, not at the first letter. */
function misspelt(word: string, next: () => number): string {
  const at = 1 + Math.floor(next() * (word.length - 1));
  const letter = pick(alphabet, next);
  const edits = [
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.slice(at + 1),
  ];
  return pick(edits, next);
}

/** How often the right word is offered for one typo that makes no word of the library. */
export async function measureNear(near: NearWords, words: ReadonlySet<string>): Promise<void> {
  const next = random(11);
  const candidates = [...words].filter((word) => /^[a-z]{5,12}$/.test(word));
  const samples: number[] = [];
  let first = 0;
  let amongFive = 0;
  const building = await time(() => near.near('nowhere'));
  while (samples.length < typos) {
    const word = pick(candidates, next);
    const typo = misspelt(word, next);
    if (words.has(typo)) continue;
    let offered: string[] = [];
    samples.push(
      await time(() => {
        offered = near.near(typo);
      }),
    );
    if (offered[0] === word) first++;
    if (offered.includes(word)) amongFive++;
  }
  const { median, p95 } = timingOf(samples);
  print([
    ['near words', 'first', 'among five', 'ms median', 'ms p95', 's to build'],
    [`${words.size} words`, first / typos, amongFive / typos, median, p95, building / 1000],
  ]);
}
