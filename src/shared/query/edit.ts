import type { TextRange } from '../model/ranges.ts';
import { lex, type Lexeme } from './lex.ts';

/** A lexeme of the query, or the place of parts that are taken out. */
type Piece = Lexeme | { readonly type: 'gone' };

const gone: Piece = { type: 'gone' };

/**
 * The query without some of its parts, and without what means nothing after that: the sign that
 * negated a part, the OR that offered it, empty parentheses. What stays is written as it was,
 * with single spaces.
 */
export function withoutParts(query: string, parts: readonly TextRange[]): string {
  const isOut = ({ start, end }: TextRange) =>
    parts.some((part) => start >= part.start && end <= part.end);
  const pieces = lex(query, () => undefined).map((one): Piece => (isOut(one) ? gone : one));
  const kept = settled(pieces, folded).filter((piece) => piece.type !== 'gone');
  return settled(kept, withoutLeftOver)
    .map((lexeme, i, all) => gap(query, all[i - 1], lexeme) + slice(query, lexeme))
    .join('');
}

/** `change`, until there is nothing more to change. */
function settled<P>(list: readonly P[], change: (list: readonly P[]) => readonly P[] | null) {
  let now = list;
  for (let next = change(now); next !== null; next = change(now)) now = next;
  return now;
}

/** What goes with a part that is gone, taken out at its first place; null where there is none. */
function folded(pieces: readonly Piece[]): readonly Piece[] | null {
  const type = (i: number) => pieces[i]?.type;
  for (const [i, piece] of pieces.entries()) {
    if (piece.type !== 'gone') continue;
    const cut = (from: number, to: number, put: readonly Piece[]) =>
      pieces.toSpliced(from, to - from, ...put);
    if (type(i + 1) === 'gone') return cut(i, i + 2, [gone]);
    if (type(i - 1) === 'open' && type(i + 1) === 'close') return cut(i - 1, i + 2, [gone]);
    if (type(i - 1) === 'not' || type(i - 1) === 'field') return cut(i - 1, i + 1, [gone]);
    if (type(i - 1) === 'or') return cut(i - 1, i + 1, []);
    if (type(i + 1) === 'or') return cut(i, i + 2, []);
  }
  return null;
}

/** Without the first lexeme that means nothing between its neighbours; null where all do. */
function withoutLeftOver(kept: readonly Lexeme[]): readonly Lexeme[] | null {
  const at = kept.findIndex((lexeme, i) => isLeftOver(kept[i - 1], lexeme, kept[i + 1]));
  return at < 0 ? null : kept.toSpliced(at, 1);
}

function isLeftOver(before: Lexeme | undefined, { type }: Lexeme, after: Lexeme | undefined) {
  const ends = after === undefined || after.type === 'close' || after.type === 'or';
  switch (type) {
    case 'or':
      return ends || before === undefined || before.type === 'open';
    case 'open':
      return after?.type === 'close';
    case 'not':
    case 'and':
    case 'field':
      return ends;
    case 'close':
    case 'term':
      return false;
  }
}

const slice = (query: string, { start, end }: TextRange) => query.slice(start, end);

/** What stands between two neighbours; nothing before the first. */
function gap(query: string, before: Lexeme | undefined, lexeme: Lexeme): '' | ' ' {
  if (before === undefined || before.type === 'open' || before.type === 'field') return '';
  if (before.type === 'not') return /[a-z]$/i.test(slice(query, before)) ? ' ' : '';
  return lexeme.type === 'close' ? '' : ' ';
}
