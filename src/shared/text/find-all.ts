import type { TextRange } from '../model/ranges.ts';
import { fold } from './fold.ts';

/** More hits than anyone steps through; painting more would only slow the page. */
const mostHits = 5000;

/** Finds words in one text again and again: offsets are UTF-16, at most `most` places. */
export type Finder = (needle: string, most?: number) => readonly TextRange[];

/** Folds `text` once, for all that is looked for in it. */
export function finderIn(text: string, exactly = false): Finder {
  const folded = exactly ? null : fold(text);
  const searched = folded?.text ?? text;
  return (needle, most = mostHits) => {
    const wanted = exactly ? needle : fold(needle).text.trim();
    const hits: TextRange[] = [];
    if (wanted === '') return hits;
    for (let at = searched.indexOf(wanted); at >= 0 && hits.length < most;) {
      const end = at + wanted.length;
      const [from, to] = folded?.original(at, end) ?? [at, end];
      hits.push({ start: from, end: to });
      at = searched.indexOf(wanted, end);
    }
    return hits;
  };
}

/**
 * Where `needle` stands in `text`, folded as search folds (case, accents, width, quotes), or with
 * `exactly` just as it is written. Offsets are UTF-16; at most 5,000 places.
 */
export const findAll = (text: string, needle: string, exactly = false): readonly TextRange[] =>
  needle.trim() === '' && !exactly ? [] : finderIn(text, exactly)(needle);
