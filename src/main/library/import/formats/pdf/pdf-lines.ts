/** A piece of text as pdf.js gives it: `transform` ends in x and y, in points from the lower left. */
export interface PdfPiece {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly height: number;
}

/** Pieces of one page joined to lines, in the order of the file, which is mostly that of reading. */
export function linesOf(pieces: readonly PdfPiece[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let open: { text: string; x: number; y: number; right: number; height: number } | null = null;
  const close = () => {
    if (open !== null && open.text.trim() !== '') {
      lines.push({ ...open, text: open.text.trim().replaceAll(/\s+/g, ' ') });
    }
    open = null;
  };
  for (const { str, transform, width, height, hasEOL } of pieces) {
    const [x, y] = [transform[4] ?? 0, transform[5] ?? 0];
    const size = height || Math.abs(transform[3] ?? 0) || 10;
    if (open !== null && str.trim() !== '' && Math.abs(open.y - y) > size * 0.6) close();
    if (open === null) {
      if (str.trim() !== '') open = { text: str, x, y, right: x + width, height: size };
    } else {
      const gap = x - open.right > size * 0.2 && !/\s$/.test(open.text) && !/^\s/.test(str);
      open.text += (gap ? ' ' : '') + str;
      open.right = Math.max(open.right, x + width);
      open.height = Math.max(open.height, str.trim() === '' ? 0 : size);
    }
    if (hasEOL) close();
  }
  close();
  return lines;
}

/** Page numbers do not tell two headers apart. */
const pattern = (line: PdfLine): string => line.text.replaceAll(/\d+/g, '#').toLowerCase();

/** How many lines at a page's top and bottom may be a header or footer. */
const edge = 2;

const edges = (lines: readonly PdfLine[]): PdfLine[] =>
  lines.length <= edge * 2 ? [...lines] : [...lines.slice(0, edge), ...lines.slice(-edge)];

/** The patterns of headers and footers: at the edge of at least three pages and of half of them. */
export function furniture(pages: readonly PdfLine[][]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const found of new Set(edges(lines).map(pattern))) {
      counts.set(found, (counts.get(found) ?? 0) + 1);
    }
  }
  const least = Math.max(3, pages.length / 2);
  return new Set([...counts].filter(([, count]) => count >= least).map(([found]) => found));
}

const hyphen = /(\p{L}{2})[-\u00AD\u2010]$/u;
const sentenceEnd = /[.!?…。！？:]["'”’»)\]」』]*$/;
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** A line and the next one as running text. */
function join(text: string, next: string): string {
  if (hyphen.test(text) && /^\p{Ll}/u.test(next)) return text.slice(0, -1) + next;
  const together = cjk.test(text.at(-1) ?? '') && cjk.test(next.charAt(0));
  return `${text}${together ? '' : ' '}${next}`;
}

export interface PdfParagraph {
  readonly text: string;
  /** A header or footer that stands on many pages. */
  readonly furniture: boolean;
}

/**
 * The paragraphs of one page: a new one begins after a wider gap, in another size, after an
 * indent, or after a short line that ends a sentence.
 */
export function paragraphs(
  lines: readonly PdfLine[],
  repeated: ReadonlySet<string>,
): PdfParagraph[] {
  const gaps = lines
    .slice(1)
    .map((line, index) => (lines[index]?.y ?? 0) - line.y)
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  const usual = gaps[Math.floor(gaps.length / 3)] ?? 0;
  const right = Math.max(0, ...lines.map((line) => line.right));
  const atEdge = new Set(edges(lines));
  const made: { text: string; furniture: boolean; last: PdfLine }[] = [];
  for (const line of lines) {
    const header = atEdge.has(line) && repeated.has(pattern(line));
    const open = made.at(-1);
    const last = open?.last;
    const goesOn =
      open !== undefined &&
      last !== undefined &&
      !header &&
      !open.furniture &&
      last.y - line.y > 0 &&
      last.y - line.y <= usual * 1.35 + 1 &&
      Math.abs(last.height - line.height) <= last.height * 0.2 &&
      line.x - last.x <= last.height * 0.8 &&
      !(sentenceEnd.test(last.text) && last.right < right * 0.85);
    if (goesOn) {
      open.text = join(open.text, line.text);
      open.last = line;
    } else {
      made.push({ text: line.text, furniture: header, last: line });
    }
  }
  return made.map(({ text, furniture }) => ({ text, furniture }));
}
