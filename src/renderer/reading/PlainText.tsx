import css from './PlainText.module.css';

/** UTF-16 units that are laid out together. */
const longest = 20_000;

/** Where a piece that begins at `start` ends: after a line, else a word, else anywhere. */
function endOfPiece(text: string, start: number): number {
  const limit = start + longest;
  if (limit >= text.length) return text.length;
  const line = text.lastIndexOf('\n', limit - 1);
  const word = line > start ? line : text.lastIndexOf(' ', limit - 1);
  if (word > start) return word + 1;
  return limit - ((text.codePointAt(limit - 1) ?? 0) > 0xffff ? 1 : 0);
}

function piecesOf(text: string): readonly { start: number; words: string }[] {
  const pieces: { start: number; words: string }[] = [];
  for (let start = 0; start < text.length;) {
    const end = endOfPiece(text, start);
    pieces.push({ start, words: text.slice(start, end) });
    start = end;
  }
  return pieces;
}

/** A whole text inside a `pre`: a very long one in pieces, of which only those in sight are laid out. */
export function PlainText({ text }: { readonly text: string }) {
  if (text.length <= 3 * longest) return text;
  return piecesOf(text).map(({ start, words }) => (
    <span key={start} className={css.piece}>
      {words}
    </span>
  ));
}
