import type { TextRange } from '../model/ranges.ts';
import { fold } from './fold.ts';

/** More hits than anyone steps through; painting more would only slow the page. */
const mostHits = 5000;

/**
 * Where `needle` stands in `text`, folded as search folds (case, accents, width, quotes), or with
 * `exactly` just as it is written. Offsets are UTF-16; at most 5,000 places.
 */
export function findAll(text: string, needle: string, exactly = false): readonly TextRange[] {
  const wanted = exactly ? needle : fold(needle).text.trim();
  if (wanted === '') return [];
  const folded = exactly ? null : fold(text);
  const searched = folded?.text ?? text;
  const hits: TextRange[] = [];
  for (let at = searched.indexOf(wanted); at >= 0 && hits.length < mostHits;) {
    const end = at + wanted.length;
    const [from, to] = folded?.original(at, end) ?? [at, end];
    hits.push({ start: from, end: to });
    at = searched.indexOf(wanted, end);
  }
  return hits;
}
