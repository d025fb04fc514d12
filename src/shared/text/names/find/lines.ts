import { isCommonWord } from '../context.ts';
import { isDemonym } from '../states.ts';
import { isGivenName } from '../given-names.ts';
import { nameWords, type NameWord } from '../words.ts';

/** A word with what its place says of it. */
export interface PlacedWord extends NameWord {
  /** As it is written, without a possessive ending. */
  readonly text: string;
  /** First of a sentence, a line or a quotation: a capital tells nothing. */
  readonly opens: boolean;
  /** In a heading or a line in capitals: capitals tell nothing. */
  readonly headline: boolean;
  /** What stands between the word before and this one. */
  readonly gap: string;
  /** First of a table's cell: no name goes on from the cell before. */
  readonly opensCell: boolean;
}

/** Capitalised words that stand together; the connecting words between them are in it too. */
export type Run = readonly PlacedWord[];

const opening =
  /[.!?:•|_]["”’')\]]*\s+["“‘'(]*$|["“«]$|\n\s*\n\s*\S{0,2}$|`$|--\s*$|—\s*$|\s[_–-]\s+$|[*•▪]\s*$/u;
/** The cells of a table's row are parted by a tab. */
const cellGap = /\t/u;
const abbreviation =
  /(?:^|\s)(?:\p{Lu}|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Maj|Capt|Sgt|St|Prof|Rev|Hon|Jr|Sr|Inc|Co|Corp|Ltd|vs|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)$/u;

interface Line {
  readonly start: number;
  readonly end: number;
}

/** Paragraphs: hard line breaks inside a sentence do not part them. */
function paragraphs(text: string): Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\n]+/gu)) {
    lines.push({ start: match.index, end: match.index + match[0].length });
  }
  return lines;
}

/** The last character before `offset` that is no space, and whether a blank line stands between. */
function before(text: string, offset: number): { last: string; isBlank: boolean } {
  let at = offset;
  let breaks = 0;
  for (; at > 0 && /\s/u.test(text.charAt(at - 1)); at -= 1) {
    if (text[at - 1] === '\n') breaks += 1;
  }
  return { last: text.charAt(at - 1), isBlank: breaks > 1 };
}

/** A line that stands alone, with capitals throughout or on nearly every longer word. */
function isHeadline(
  text: string,
  words: readonly NameWord[],
  line: Line,
  wrapped: boolean,
): boolean {
  const said = text.slice(line.start, line.end).trim();
  const long = words.filter(({ folded, letters }) => letters !== 'none' && folded.length > 3);
  if (long.length > 2 && long.every(({ letters }) => letters === 'upper')) return true;
  if (said.length > 140 || /[.!?,;:]["”’']*$/u.test(said)) return false;
  const below = text.slice(line.end, line.end + 12);
  const goesOn = wrapped ? /^\n\S/u.test(below) : /^\n[^\S\n]*\p{Ll}/u.test(below);
  const above = before(text, line.start);
  const isGoingOn = !above.isBlank && !/^$|[.!?:"”’']/u.test(above.last);
  const capitals = long.filter(({ letters }) => letters !== 'lower').length;
  if (goesOn || isGoingOn) return false;
  const share = long.length > 3 ? 0.75 : 1;
  return long.length > 0 && capitals >= long.length * share;
}

/** True where lines break inside sentences, as in wire texts. */
function isWrapped(text: string): boolean {
  const breaks = text.match(/[^\s.!?:"”][^\S\n]*\n[^\S\n]*\p{L}/gu) ?? [];
  const inside = breaks.filter((part) => /\p{Ll}$/u.test(part)).length;
  return inside > 2 && inside > breaks.length / 3;
}

/** True where the line that ends at `from` or the one that begins at `to` is the row of a table. */
function isBesideRow(text: string, from: number, to: number): boolean {
  const above = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  const end = text.indexOf('\n', to);
  const below = text.slice(to, end < 0 ? text.length : end);
  return [above, below].some((line) => cellGap.test(line.trim()));
}

/** The words of a text with what their places say of them. */
export function placedWords(text: string): PlacedWord[] {
  const words = nameWords(text);
  const wrapped = isWrapped(text);
  const headlines: Line[] = [];
  let at = 0;
  for (const line of paragraphs(text)) {
    const from = at;
    while (at < words.length && (words[at]?.start ?? Infinity) < line.end) at += 1;
    if (isHeadline(text, words.slice(from, at), line, wrapped)) headlines.push(line);
  }
  let headline = 0;
  return words.map((word, index) => {
    while ((headlines[headline]?.end ?? Infinity) <= word.start) headline += 1;
    const before = words[index - 1];
    const gap = text.slice(before?.next ?? 0, word.start);
    const previous = text.slice(Math.max(0, (before?.start ?? 0) - 1), before?.next ?? 0);
    const opensCell =
      before !== undefined &&
      (gap.includes('\n') ? isBesideRow(text, before.next, word.start) : cellGap.test(gap));
    const stops =
      opensCell || opening.test(gap) || before === undefined || (!wrapped && gap.includes('\n'));
    const opens = stops && !(/^\.\s/u.test(gap) && abbreviation.test(previous));
    return Object.assign(word, {
      text: text.slice(word.start, word.end),
      opens,
      headline: (headlines[headline]?.start ?? Infinity) <= word.start,
      gap,
      opensCell,
    });
  });
}

/** What a whole document tells about a word. */
export interface Evidence {
  /** Seen in lower case. */
  readonly lower: ReadonlyMap<string, number>;
  /** Seen with a capital where only a name has one. */
  readonly capital: ReadonlyMap<string, number>;
  /**
   * A people and the word after it, where that word never comes without it: "Indian Wells", named
   * again. Folded, joined by a space.
   */
  readonly bound: ReadonlySet<string>;
  /** Two capitalised words that stand by themselves in mid-sentence. Folded, joined by a space. */
  readonly alone: ReadonlySet<string>;
}

/** True where the word at `index` and the next are capitalised and their neighbours are not. */
function standAlone(words: readonly PlacedWord[], index: number): boolean {
  const [before, first, second, after] = words.slice(index - 1, index + 3);
  const isName = (word: PlacedWord | undefined) =>
    word !== undefined && word.letters === 'capital' && !word.headline && !word.opens;
  const isBeside = (gap: string | undefined) => gap !== undefined && /^[^.,;:()]{1,2}$/u.test(gap);
  return (
    isName(first) &&
    isName(second) &&
    second?.gap === ' ' &&
    !(before?.letters !== 'lower' && isBeside(first?.gap)) &&
    !(after !== undefined && after.letters !== 'lower' && isBeside(after.gap))
  );
}

export function evidenceOf(words: readonly PlacedWord[]): Evidence {
  const lower = new Map<string, number>();
  const capital = new Map<string, number>();
  const alone = new Set<string>();
  const pairs = new Map<string, { word: string; times: number }>();
  words.forEach(({ folded, letters, opens, headline, gap }, index) => {
    if (letters === 'lower') lower.set(folded, (lower.get(folded) ?? 0) + 1);
    else if (letters !== 'none' && !headline && !isCommonWord(folded)) {
      const next = words[index + 1];
      const isFullName =
        opens && next?.gap === ' ' && next.letters === 'capital' && isGivenName(folded);
      if (opens && !isFullName) return;
      capital.set(folded, (capital.get(folded) ?? 0) + 1);
      if (next !== undefined && standAlone(words, index)) alone.add(`${folded} ${next.folded}`);
      const before = words[index - 1];
      if (before === undefined || !/^\s$/u.test(gap) || !isDemonym(before.folded)) return;
      const pair = `${before.folded} ${folded}`;
      pairs.set(pair, { word: folded, times: (pairs.get(pair)?.times ?? 0) + 1 });
    }
  });
  const isBound = ([, { word, times }]: readonly [string, { word: string; times: number }]) =>
    times > 1 && times === capital.get(word);
  const bound = new Set([...pairs].filter(isBound).map(([pair]) => pair));
  return { lower, capital, bound, alone };
}
