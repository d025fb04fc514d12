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

/** The UTF-16 offset of a place counted in code points; beyond the text where that is. */
export function utf16Offset(text: string, codePoint: number): number {
  let [at, count] = [0, 0];
  for (; count < codePoint && at < text.length; count += 1) {
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return at + codePoint - count;
}
