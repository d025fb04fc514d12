const lineEnds = /\r\n?|[\u0085\u2028\u2029\f\v]/g;
const blankEdges = /^\n+|\n+$/g;

/**
 * The canonical text of a decoded string: line feeds only, NUL as U+FFFD, well-formed UTF-16,
 * no white space at line ends, no blank lines at either edge. Offsets everywhere in Attache are
 * into this string.
 */
export function canonicalText(raw: string): string {
  return raw
    .replace(/^\uFEFF/, '')
    .replaceAll(lineEnds, '\n')
    .replaceAll('\0', '\uFFFD')
    .toWellFormed()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll(blankEdges, '');
}
