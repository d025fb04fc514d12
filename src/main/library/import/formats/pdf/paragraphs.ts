import { bylineNames } from '../../../../../shared/text/credits/byline.ts';
import type { Line } from './columns.ts';
import type { Join } from './hyphens.ts';

/** The words of a paragraph that stand on one page. */
export interface PagePart {
  /** From 1. */
  readonly page: number;
  readonly text: string;
}

export interface PdfParagraph {
  readonly parts: readonly PagePart[];
  readonly size: number;
  /** A row of a table: its words by column, those without any as ''. */
  readonly cells?: readonly string[];
}

const sentenceEnd = /[.!?…。！？:]["'”’»)\]」』]*$/;

/** A line that begins an item of a list with its sign. */
export const bullet = /^[•◦▪▫‣●○■□–]\s+\S/u;

/** The usual distance of two lines: the lower third, because paragraphs stand further apart. */
function usualGap(lines: readonly Line[]): number {
  const gaps = lines
    .slice(1)
    .map((line, index) => (line.begins ? 0 : (lines[index]?.y ?? 0) - line.y))
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 3)] ?? 0;
}

const sameSize = (a: Line, b: Line): boolean => Math.abs(a.size - b.size) <= a.size * 0.15;

/** What is usual on a page. */
interface Usual {
  /** The distance of two lines. */
  readonly gap: number;
  /** The size of most lines. */
  readonly size: number;
}

const usualOf = (lines: readonly Line[]): Usual => ({
  gap: usualGap(lines),
  size: lines.map(({ size }) => size).toSorted((a, b) => a - b)[lines.length >> 1] ?? 0,
});

/** How far around a line its neighbours tell how far lines reach there, as beside a picture. */
const neighbours = 4;

/** How far the lines around one reach to the right. */
function reachAt(lines: readonly Line[], at: number): number {
  let [from, to] = [at, at];
  while (from > 0 && at - from < neighbours && lines[from]?.begins === false) from -= 1;
  while (to + 1 < lines.length && to - at < neighbours && lines[to + 1]?.begins === false) to += 1;
  return Math.max(...lines.slice(from, to + 1).map(({ right }) => right));
}

/**
 * The line above was broken on purpose: the first word of this one, which begins like a sentence or
 * an item, would have found room behind it with some to spare.
 */
function isBrokenOff(last: Line, line: Line, reach: number): boolean {
  if (!/^["'“‘„«(]?[\p{Lu}\p{Lo}\d]/u.test(line.text) || /[-,;–—]$/u.test(last.text)) return false;
  const letter = (line.right - line.x) / Math.max(1, line.text.length);
  const word = line.text.split(' ', 1)[0]?.length ?? 0;
  return last.right + letter * (word + 1) < reach - last.size * 2;
}

/**
 * Two lines about the same middle: the second one ends before the first as it begins after it. After
 * a sentence it is rather the first of the next paragraph, set in.
 */
const isCentred = (last: Line, line: Line): boolean =>
  Math.abs(last.x + last.right - line.x - line.right) <= last.size &&
  last.right - line.right > last.size * 0.4 &&
  !sentenceEnd.test(last.text);

/** What begins an entry of a list of sources, whose other lines are set in. */
const entrySign = /^(?:\[[\p{L}\d]{1,8}\]|\(?\d{1,3}[.)])\s/u;

/** The line is set in below the first one of its entry. */
const hangs = (last: Line, line: Line): boolean =>
  entrySign.test(last.text) && !entrySign.test(line.text) && line.x - last.x < last.size * 4;

/** The line goes on with the paragraph of the one above it in the same column. */
function goesOnBelow(
  { last, parts }: OpenParagraph,
  line: Line,
  { gap: usual, size }: Usual,
  reach: number,
): boolean {
  const gap = last.y - line.y;
  const isFirst = parts.length === 1 && parts[0]?.text === last.text;
  const short = last.right < last.left + last.width * 0.85;
  // Lines of larger letters, as of a headline, stand further apart.
  const larger = size === 0 ? 1 : Math.max(1, line.size / size);
  return (
    gap > 0 &&
    gap <= usual * 1.35 * larger + 1 &&
    (line.x - last.x <= last.size * 0.8 ||
      isCentred(last, line) ||
      (isFirst && hangs(last, line))) &&
    !bullet.test(line.text) &&
    !(sentenceEnd.test(last.text) && short) &&
    !(larger < 1.15 && isBrokenOff(last, line, reach))
  );
}

/** The line goes on over a column's or a page's end: in the middle of a sentence. */
function goesOnElsewhere(last: Line, line: Line): boolean {
  if (sentenceEnd.test(last.text) || line.x - line.left > line.size * 0.8) return false;
  const full = last.right >= last.left + last.width * 0.8;
  return full || /^\p{Ll}/u.test(line.text);
}

/** What begins a note at the foot of a page, or says whose the page is. */
const noteSign = /^(?:(?:\d{1,3}|[*†‡])[.)]?\s+\p{L}|\d{1,3}\p{Lu}\p{Ll}|©|\(c\)\s|copyright\s)/iu;

/** A note's words, its sign set apart from them. */
const withSignApart = (text: string): string => text.replace(/^\d{1,3}(?=\p{Lu}\p{Ll})/u, '$& ');

/** A note stands between the two halves of a sentence, which goes on in the `next` column. */
const isNote = (last: Line, line: Line, next: Line | undefined, { gap: usual }: Usual): boolean =>
  next !== undefined &&
  line.size <= last.size * 1.02 &&
  sameSize(last, next) &&
  goesOnElsewhere(last, next) &&
  // A column that begins beside the sentence goes on with it; below it is what spans the columns.
  ((line.begins && line.y < last.y) || !sameSize(last, line) || last.y - line.y > usual * 1.6);

/** What begins the words under or over a picture or table. */
const captionSign =
  /^(?:(?:fig(?:ure|\.)?|table|chart|map|box|abb(?:ildung|\.)?|tabelle|tableau|figura|tabla)\s*\d+|[図表圖]\s*\d+)/iu;

const isFloat = (line: Line): boolean => line.cells !== undefined || captionSign.test(line.text);

/** The sentence of a line goes on elsewhere, whatever stands between. */
const isOpen = (last: Line): boolean =>
  last.cells === undefined &&
  !sentenceEnd.test(last.text) &&
  last.right >= last.left + last.width * 0.8;

interface OpenParagraph {
  readonly parts: { page: number; text: string }[];
  readonly size: number;
  readonly cells?: readonly string[];
  last: Line;
}

/** The line goes on with the words of a caption. */
const isCaptionGoingOn = (
  caption: OpenParagraph | undefined,
  line: Line,
  { gap: usual }: Usual,
): boolean =>
  caption !== undefined &&
  caption.cells === undefined &&
  sameSize(caption.last, line) &&
  caption.last.y - line.y <= usual * 1.35 + 1;

/** A line that names the writers is all of its paragraph, close as the text may follow. */
const isByline = ({ parts, last }: OpenParagraph): boolean =>
  parts.length === 1 && parts[0]?.text === last.text && bylineNames(last.text).length > 0;

/** The paragraphs of a document's pages, each page's lines in reading order. */
export function paragraphsOf(pages: readonly (readonly Line[])[], join: Join): PdfParagraph[] {
  const made: OpenParagraph[] = [];
  /** Notes that wait until the sentence they stand in is over. */
  const notes: OpenParagraph[] = [];
  pages.forEach((lines, index) => {
    const page = index + 1;
    const usual = usualOf(lines);
    let inNote = false;
    let inFloat = false;
    for (const [number, line] of lines.entries()) {
      const above = made.at(-1);
      let elsewhere = number === 0 || line.begins;
      if (elsewhere) {
        inNote = false;
        inFloat = above !== undefined && isOpen(above.last) && isFloat(line);
      } else if (inFloat && !isFloat(line) && !isCaptionGoingOn(notes.at(-1), line, usual)) {
        [inFloat, elsewhere] = [false, true];
      }
      const next = () =>
        lines.slice(number + 1).find(({ begins }) => begins) ?? pages[index + 1]?.[0];
      if (above !== undefined && number > 0 && noteSign.test(line.text)) {
        inNote ||= isNote(above.last, line, next(), usual);
      }
      const isAside = inNote || inFloat;
      const open = isAside ? notes.at(-1) : above;
      const goesOn =
        open !== undefined &&
        open.cells === undefined &&
        line.cells === undefined &&
        sameSize(open.last, line) &&
        !isByline(open) &&
        !(inNote && noteSign.test(line.text)) &&
        !(isFloat(line) && (inFloat || !elsewhere)) &&
        (elsewhere && !isAside
          ? goesOnElsewhere(open.last, line)
          : goesOnBelow(open, line, usual, reachAt(lines, number - 1)));
      const part = open?.parts.at(-1);
      if (!goesOn || open === undefined || part === undefined) {
        const { text, size, cells } = line;
        const begun = {
          parts: [{ page, text: inNote ? withSignApart(text) : text }],
          size,
          last: line,
          ...(cells === undefined ? {} : { cells }),
        };
        if (isAside) notes.push(begun);
        else made.push(...notes.splice(0), begun);
        continue;
      }
      const whole = join(part.text, line.text);
      if (part.page === page) {
        part.text = whole;
      } else {
        const head = whole.slice(0, whole.length - line.text.length);
        part.text = head;
        open.parts.push({ page, text: line.text });
      }
      open.last = line;
    }
  });
  return [...made, ...notes];
}
