import { stemmer } from 'stemmer';
import { stopWords } from './stop-words.ts';

const cacheLimit = 50_000;
const cache = new Map<string, string>();
const stemmable = /^[a-z]{3,40}$/;

/**
 * The English stem (Porter) of a folded word. Stop words, words with digits or letters beyond
 * a to z, and very short or long ones are their own stem.
 */
export function stem(word: string): string {
  let result = cache.get(word);
  if (result === undefined) {
    result = stemmable.test(word) && !stopWords.has(word) ? stemmer(word) : word;
    if (cache.size >= cacheLimit) cache.clear();
    cache.set(word, result);
  }
  return result;
}
