import { isRightToLeft, type Piece } from './pieces.ts';

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
  readonly pieces: Piece[];
  x: number;
  right: number;
  readonly y: number;
  size: number;
}

const twins: Readonly<Record<string, string>> = {
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
};

/** Brackets are drawn the other way round where words are read from right to left. */
const withTwins = (piece: Piece): Piece => ({
  ...piece,
  text: piece.text.replaceAll(/[«»‹›()[\]]/g, (sign) => twins[sign] ?? sign),
});

/** Words read from right to left are in the order they are read, numbers and names among them too. */
function inOrder(pieces: readonly Piece[]): readonly Piece[] {
  if (!isRightToLeft(pieces.map(({ text }) => text).join(''))) return pieces;
  const ordered: Piece[] = [];
  let run: Piece[] = [];
  for (const piece of pieces.toSorted((a, b) => b.x - a.x)) {
    const isBetween = piece.text.trim() === '' && run.length > 0;
    const isOther = /[\p{L}\d]/u.test(piece.text) && !isRightToLeft(piece.text);
    if (isOther || isBetween) run.unshift(piece);
    else ordered.push(...run.splice(0), withTwins(piece));
  }
  return [...ordered, ...run];
}

/** The sign of a note at the beginning of a line, set small above it. */
const isNoteSign = (sign: Piece, next: Piece, text: string): boolean =>
  sign.text === text && sign.size < next.size * 0.85 && /^(?:\d{1,3}|[*†‡])$/u.test(text);

/** The words of pieces on one line: a gap between two of them is a space. */
function textOf(pieces: readonly Piece[]): string {
  let text = '';
  let last: Piece | null = null;
  for (const piece of inOrder(pieces)) {
    const apart = last === null ? 0 : Math.max(piece.x - last.right, last.x - piece.right);
    const isApart =
      apart > piece.size * wordGap || (last !== null && isNoteSign(last, piece, text));
    const gap = isApart && !/\s$/.test(text) && !/^\s/.test(piece.text);
    text += (gap ? ' ' : '') + piece.text;
    if (piece.text.trim() !== '') last = piece;
  }
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Pieces of one page joined to fragments, in the order of the file. */
export function fragmentsOf(pieces: readonly Piece[]): Fragment[] {
  const fragments: Fragment[] = [];
  let open: Open | null = null;
  const close = () => {
    if (open !== null) {
      const { x, right, y, size } = open;
      const text = textOf(open.pieces);
      if (text !== '') fragments.push({ text, x, right, y, size });
    }
    open = null;
  };
  for (const piece of pieces) {
    const { x, y, right, size } = piece;
    const blank = piece.text.trim() === '';
    const far =
      open !== null &&
      (Math.abs(open.y - y) > size * 0.6 ||
        x - open.right > size * columnGap ||
        right < open.x - size);
    if (!blank && far) close();
    if (open === null) {
      if (!blank) open = { pieces: [piece], x, y, right, size };
    } else if (!blank || !far) {
      open.pieces.push(piece);
      if (!blank) {
        open.x = Math.min(open.x, x);
        open.right = Math.max(open.right, right);
        open.size = Math.max(open.size, size);
      }
    }
    if (piece.ends) close();
  }
  close();
  return fragments;
}

const mirrored = ({ x, right, ...fragment }: Fragment): Fragment => ({
  ...fragment,
  x: -right,
  right: -x,
});

/** A page that is read from right to left as in a mirror: what is read first stands left. */
export function leftFirst(page: readonly Fragment[]): readonly Fragment[] {
  return isRightToLeft(page.map(({ text }) => text).join('')) ? page.map(mirrored) : page;
}
