import type { TextRange } from '../../../model/ranges.ts';
import type { PlacedWord } from './lines.ts';
import type { KnownKinds } from './relations.ts';
import type { FoundKind } from './weights.ts';

const longestName = 5;

/** Names the body of a text has, found again in its headings and lines in capitals. */
export function namesInHeadlines(
  words: readonly PlacedWord[],
  kinds: KnownKinds,
): (TextRange & { key: string; kind: FoundKind })[] {
  const found: (TextRange & { key: string; kind: FoundKind })[] = [];
  let at = 0;
  while (at < words.length) {
    const first = words[at];
    if (first?.headline !== true || !/^\p{Lu}/u.test(first.text)) {
      at += 1;
      continue;
    }
    let length = longestName;
    for (; length > 0; length -= 1) {
      const name = words.slice(at, at + length);
      const last = name.at(-1);
      const key = name.map(({ folded }) => folded).join(' ');
      const kind = kinds.of(key);
      if (kind === undefined || last?.headline !== true) continue;
      found.push({ start: first.start, end: last.end, key, kind });
      break;
    }
    at += Math.max(1, length);
  }
  return found;
}
