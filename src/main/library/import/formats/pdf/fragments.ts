/** A piece of text as pdf.js gives it: `transform` ends in x and y, in points from the lower left. */
export interface PdfPiece {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

/** Words on one line of a page, with no gap as wide as one between columns. Points, y upwards. */
export interface Fragment {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  /** Of the letters. */
  readonly size: number;
}

/** Wider gaps part columns and cells; narrower ones words. In letter sizes. */
const columnGap = 1.2;
const wordGap = 0.15;

interface Open {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
}

/** Pieces of one page joined to fragments, in the order of the file. */
export function fragmentsOf(pieces: readonly PdfPiece[]): Fragment[] {
  const fragments: Fragment[] = [];
  let open: Open | null = null;
  const close = () => {
    const text = open?.text.replaceAll(/\s+/g, ' ').trim() ?? '';
    if (open !== null && text !== '') fragments.push({ ...open, text });
    open = null;
  };
  for (const { str, transform, width, height, hasEOL } of pieces) {
    const [x, y] = [transform[4] ?? 0, transform[5] ?? 0];
    const blank = str.trim() === '';
    const size = height || Math.abs(transform[3] ?? 0) || 10;
    const far =
      open !== null &&
      (Math.abs(open.y - y) > size * 0.6 ||
        x - open.right > size * columnGap ||
        x + width < open.x - size);
    if (!blank && far) close();
    if (open === null) {
      if (!blank) open = { text: str, x, y, right: x + width, size };
    } else if (!blank || !far) {
      const gap = x - open.right > size * wordGap && !/\s$/.test(open.text) && !/^\s/.test(str);
      open.text += (gap ? ' ' : '') + str;
      if (!blank) {
        open.right = Math.max(open.right, x + width);
        open.size = Math.max(open.size, size);
      }
    }
    if (hasEOL) close();
  }
  close();
  return fragments;
}
