const lineEnds = /\r\n?|[\u0085\u2028\u2029\f\v]/g;
/** What most texts have none of: they are looked through once instead of for each. */
const unusual = /[\uFEFF\r\u0085\u2028\u2029\f\v\0]/;
const blank = /[^\S\n]/;

/** Whether a line ends in white space; most texts have no such line. */
function hasBlankEnds(text: string): boolean {
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    if (end > start && blank.test(text.charAt(end - 1))) return true;
    start = end + 1;
  }
  return false;
}

const withPlainLines = (raw: string): string =>
  unusual.test(raw)
    ? raw
        .replace(/^\uFEFF/, '')
        .replaceAll(lineEnds, '\n')
        .replaceAll('\0', '\uFFFD')
    : raw;

/** Without the line feeds at both edges. */
function withoutBlankEdges(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && text.charAt(start) === '\n') start += 1;
  while (end > start && text.charAt(end - 1) === '\n') end -= 1;
  return text.slice(start, end);
}

/**
 * The canonical text of a decoded string: line feeds only, NUL as U+FFFD, well-formed UTF-16,
 * no white space at line ends, no blank lines at either edge. Offsets everywhere in Attache are
 * into this string.
 */
export function canonicalText(raw: string): string {
  const lines = withPlainLines(raw).toWellFormed();
  const trimmed = hasBlankEnds(lines)
    ? lines
        .split('\n')
        .map((line) => line.trimEnd())
        .join('\n')
    : lines;
  return withoutBlankEdges(trimmed);
}
