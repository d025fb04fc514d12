/** Counts a text's code points up to rising UTF-16 offsets, going over the text once. */
export function codePoints(text: string): (offset: number) => number {
  let [at, count] = [0, 0];
  return (offset) => {
    if (offset < at) [at, count] = [0, 0];
    while (at < offset) {
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      count += 1;
    }
    return count;
  };
}

/**
 * The way from offsets in code points to UTF-16 offsets of a text, in any order. An offset beyond
 * the text stays beyond it.
 */
export function utf16Offsets(text: string): (codePoint: number) => number {
  // Each pair moves what follows by one.
  const pairs: number[] = [];
  for (const { index } of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) {
    pairs.push(index - pairs.length);
  }
  return (codePoint) => {
    let [low, high] = [0, pairs.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((pairs[middle] ?? 0) < codePoint) low = middle + 1;
      else high = middle;
    }
    return codePoint + low;
  };
}
