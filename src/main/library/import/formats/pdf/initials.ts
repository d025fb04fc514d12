import type { Fragment } from './fragments.ts';

/** How many times as large as the letters of its lines an initial is, at least. */
const larger = 1.8;
/** How far before its lines it stands, in their letter sizes. */
const initialGap = 1.5;

const initialLetter = /^["'“‘„«]?\p{Lu}["'’]?$/u;
const firstWord = /^\p{L}[\p{L}\p{M}]*/u;
const words = /\p{L}[\p{L}\p{M}]*/gu;

/** How often the words of a document stand in it, in small letters. */
export function wordCounts(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const [word] of text.matchAll(words)) {
      const small = word.toLowerCase();
      counts.set(small, (counts.get(small) ?? 0) + 1);
    }
  }
  return counts;
}

/** An initial is a word by itself where what follows it is one elsewhere, and both together are none. */
function opened(
  initial: Fragment | undefined,
  line: Fragment,
  counts: ReadonlyMap<string, number>,
): Fragment {
  if (initial === undefined) return line;
  const rest = firstWord.exec(line.text)?.[0].toLowerCase() ?? '';
  const together = initial.text.toLowerCase().replace(/^\P{L}+/u, '') + rest;
  const isApart = !counts.has(together) && (counts.get(rest) ?? 0) > 1;
  return { ...line, text: `${initial.text}${isApart ? ' ' : ''}${line.text}` };
}

/**
 * The fragments of a page, a large initial that reaches down beside the first lines of a paragraph
 * put before the first of them. `counts` are the words of the document.
 */
export function withInitials(
  fragments: readonly Fragment[],
  counts: ReadonlyMap<string, number>,
): readonly Fragment[] {
  const initials = fragments.filter(({ text }) => initialLetter.test(text));
  if (initials.length === 0) return fragments;
  const opens = new Map<Fragment, Fragment>();
  for (const initial of initials) {
    const beside = fragments
      .filter(
        ({ x, y, size }) =>
          size * larger <= initial.size &&
          x >= initial.right - size * 0.2 &&
          x - initial.right <= size * initialGap &&
          y >= initial.y - size &&
          y <= initial.y + initial.size,
      )
      .toSorted((a, b) => b.y - a.y);
    const [first, second] = beside;
    if (first !== undefined && second !== undefined && first.y > initial.y)
      opens.set(first, initial);
  }
  const taken = new Set(opens.values());
  return fragments
    .filter((fragment) => !taken.has(fragment))
    .map((fragment) => opened(opens.get(fragment), fragment, counts));
}
