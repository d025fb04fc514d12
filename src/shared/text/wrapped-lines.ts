const fewestBreaks = 2;
/** A line of a wrapped text that is shorter than this share of the others ends a paragraph. */
const shortest = 0.5;
/** Longer lines are paragraphs of their own, however they end. */
const longest = 120;

/**
 * Whether a text has its lines broken at a fixed width, as wire texts have: `goesOn(end)` is true
 * where the line that ends at `end` (before its line feed) is full, and the next one not indented.
 */
export function wrappedLines(text: string): (end: number) => boolean {
  const widths: number[] = [];
  let lines = 0;
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start);
    if (found === -1) break;
    if (found > start) lines += 1;
    if (/^[^\S\n]?\p{Ll}/u.test(text.slice(found + 1, found + 4))) widths.push(found - start);
    start = found + 1;
  }
  const isWrapped = widths.length >= fewestBreaks && widths.length * 4 >= lines;
  if (!isWrapped) return () => false;
  const width = widths.sort((a, b) => a - b)[widths.length >> 1] ?? 0;
  if (width > longest) return () => false;
  return (end) => {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    return end - start >= width * shortest && /^\n[^\s]/u.test(text.slice(end, end + 2));
  };
}

/** A wrapped text with a space for every line break inside a paragraph; offsets stay. */
export function unwrapped(text: string): string {
  const goesOn = wrappedLines(text);
  return text.replaceAll('\n', (mark, offset: number) => (goesOn(offset) ? ' ' : mark));
}
