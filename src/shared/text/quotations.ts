import type { TextRange } from '../model/ranges.ts';
import { closedBy, closers, OpenMarks, type Opened } from './open-marks.ts';

/** Words between quotation marks; `start` and `end` are without the marks. */
export interface Quotation extends TextRange {
  /** 0 for an outermost quotation. */
  readonly depth: number;
}

/** May stand inside a word as an apostrophe. */
const apostrophes = new Set(["'", '’', '‘']);
/** The same mark, or one that is also used the other way round, opens and closes. */
const twoFaced = new Set(['"', '＂', "'", '”', '“', '‘', '»', '«', '›', '‹']);

const needsWordBefore = new Set(['"', '＂']);

const wordCharacter = /[\p{L}\p{N}]/u;
const beforeOpening = /^$|[\s([{<—–\-/:,“‘„‚«「『"'、。，：（]/u;

/**
 * Finds text in quotation marks: straight, curly, low, angle and corner, nested too. Apostrophes,
 * inch marks and marks that are never closed are passed over; a mark that opens every paragraph of
 * one quotation and closes the last makes each paragraph one, and a mark doubled counts once. Offsets are UTF-16, in order of start.
 */
export function quotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  const open = new OpenMarks();
  for (let index = 0; index < text.length; index += 1) {
    const mark = text.charAt(index);
    if (closedBy[mark] === undefined && !closers.has(mark)) continue;
    const size = mark === '"' && text.charAt(index + 1) === mark ? 2 : 1;
    const before = text.charAt(index - 1);
    const after = text.charAt(index + size);
    if (apostrophes.has(mark) && wordCharacter.test(before) && wordCharacter.test(after)) continue;
    const closed = mayClose(mark, before, after) ? open.close(mark) : undefined;
    if (closed !== undefined) {
      const { start } = closed;
      if (wordCharacter.test(text.slice(start, index))) {
        found.push({ start, end: index, depth: open.depth });
      }
    } else if (closedBy[mark] !== undefined && mayOpen(mark, before, after)) {
      const goesOn = wentOn(text, open.last, mark, index);
      if (goesOn !== null) {
        open.pop();
        found.push({ ...goesOn, depth: open.depth });
      }
      open.push({ mark, start: index + size });
    }
    index += size - 1;
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * The paragraph before, where a quotation runs over several: each opens with a mark, and only the
 * last one closes.
 */
function wentOn(
  text: string,
  opened: Opened | undefined,
  mark: string,
  index: number,
): TextRange | null {
  if (opened?.mark !== mark) return null;
  const said = text.slice(opened.start, index);
  const words = said.trimEnd();
  if (words.includes('\n') || !said.slice(words.length).includes('\n')) return null;
  return wordCharacter.test(words)
    ? { start: opened.start, end: opened.start + words.length }
    : null;
}

function mayClose(mark: string, before: string, after: string): boolean {
  if (apostrophes.has(mark)) return !/\s/.test(before) && !wordCharacter.test(after);
  const isApart = /^$|\s/.test(before);
  // “ closes what „ opened, but right before a word it opens.
  if (mark === '“') return !isApart || /^$|\s/.test(after);
  return !needsWordBefore.has(mark) || !isApart;
}

function mayOpen(mark: string, before: string, after: string): boolean {
  if (!twoFaced.has(mark)) return true;
  if (after === '' || /\s/.test(after)) return mark === '«' && after !== '';
  return mark === '“' || mark === '‘' || mark === '«' || beforeOpening.test(before);
}
