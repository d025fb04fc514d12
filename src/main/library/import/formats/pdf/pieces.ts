import { asWritten } from './letters.ts';

/** A piece of text as pdf.js gives it: `transform` ends in x and y, in points from the lower left. */
export interface PdfPiece {
  readonly str: string;
  /** `ttb` where the letters of a vertical font follow each other downwards. */
  readonly dir: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

/** A piece of a line that runs from left to right, on whatever page it was: points, y upwards. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  /** Of the letters. */
  readonly size: number;
  /** Nothing follows on this line. */
  readonly ends: boolean;
}

/** A page's text by the way its lines run: most of it, and what stands across it. */
export interface PagePieces {
  readonly main: readonly Piece[];
  /** One list for every other direction: a watermark, a stamp at the margin, a table on its side. */
  readonly across: readonly (readonly Piece[])[];
}

/** The direction a piece's line runs in, in degrees; `down` for lines of vertical writing. */
type Direction = number | 'down';

/** In degrees. */
const mostAskew = 5;

function directionOf({ dir, transform: [a = 1, b = 0] }: PdfPiece): Direction {
  if (dir === 'ttb') return 'down';
  const angle = (Math.round((Math.atan2(b, a) * 180) / Math.PI) + 360) % 360;
  const quarter = Math.round(angle / 90) * 90;
  // A page that was scanned a little askew runs straight.
  return Math.abs(angle - quarter) <= mostAskew ? quarter % 360 : angle;
}

const isBlank = ({ str }: PdfPiece): boolean => str.trim() === '';
const cjk = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、。「」]$/u;

/** Most letters stand one by one below each other: vertical writing, placed letter by letter. */
function isStacked(pieces: readonly PdfPiece[]): boolean {
  const written = pieces.filter((piece) => !isBlank(piece));
  const below = written.filter(({ str, transform: [, , , size = 0, x = 0, y = 0] }, index) => {
    const [, , , , beforeX = 0, beforeY = 0] = written[index - 1]?.transform ?? [];
    const down = beforeY - y;
    const stays = Math.abs(beforeX - x) < size * 0.1;
    return cjk.test(str) && stays && down > size * 0.7 && down < size * 1.6;
  });
  return written.length > 20 && below.length > written.length * 0.7;
}

/** A piece as its line runs from left to right. */
function turned(piece: PdfPiece, direction: Direction): Piece {
  const { str, transform, width, height, hasEOL } = piece;
  const [a = 1, b = 0, c = 0, d = 0, x = 0, y = 0] = transform;
  const text = asWritten(str);
  const size = Math.hypot(c, d) || Math.hypot(a, b) || 10;
  if (direction === 'down') {
    // Lines follow each other from right to left: the rightmost becomes the highest.
    const length = piece.dir === 'ttb' ? height : size;
    return { text, x: -y, right: -y + length, y: x, size, ends: hasEOL && piece.dir === 'ttb' };
  }
  const angle = (direction * Math.PI) / 180;
  const along = x * Math.cos(angle) + y * Math.sin(angle);
  const up = y * Math.cos(angle) - x * Math.sin(angle);
  return { text, x: along, right: along + width, y: up, size: height || size, ends: hasEOL };
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu;

/** More letters are read from right to left than from left to right. */
export const isRightToLeft = (text: string): boolean =>
  (text.match(rightToLeft)?.length ?? 0) * 2 > (text.match(/\p{L}/gu)?.length ?? 0);

/** Parts the pieces of a page by the way they run, and turns each lot upright. */
export function uprightPieces(pieces: readonly PdfPiece[]): PagePieces {
  if (isStacked(pieces)) return { main: pieces.map((piece) => turned(piece, 'down')), across: [] };
  const lots = Map.groupBy(pieces, directionOf);
  const lengthOf = (lot: readonly PdfPiece[]) => lot.reduce((sum, { str }) => sum + str.length, 0);
  const [main, ...across] = [...lots]
    .toSorted(([, a], [, b]) => lengthOf(b) - lengthOf(a))
    .map(([direction, lot]) => lot.map((piece) => turned(piece, direction)));
  return { main: main ?? [], across };
}
