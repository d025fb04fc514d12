import { isAsciiTermUnit } from '../../../shared/text/terms.ts';

/** What ends a paragraph: a line, or, where lines may be broken at a fixed width, an empty one. */
export type ParagraphEnds = 'line' | 'empty line';
const paragraphEnd: Readonly<Record<ParagraphEnds, RegExp>> = {
  line: /[\n\u2029]/,
  'empty line': /\n\s*\n|\u2029/,
};
/** Stands where a paragraph ends that cannot be read on into the next. */
export const paragraphMark = ' · ';
/** The end of a sentence, in so many units at most. */
const sentenceEnd = /[.!?…:;。！？：；][)\]"'”’»」』）]*\s*$/u;
const longestEnd = 8;

export const endsSentence = (text: string): boolean =>
  !isAsciiTermUnit(text.charCodeAt(text.length - 1)) && sentenceEnd.test(text.slice(-longestEnd));

/** Whether two paragraphs can be read on: after a sentence, or where one goes on over a page. */
export const readsOn = (before: string, after: string): boolean =>
  endsSentence(before) || /^\p{Ll}/u.test(after);

/** White space that is more than one space or line break. */
const uneven = /\s\s|[^\S \n]/;

/**
 * Every stretch of white space as one space, none at the ends, and where a position went. A
 * heading, a caption or a list item, which ends without a sentence, is parted from what follows by a
 * mark.
 */
export function evenSpaces(
  piece: string,
  ends: ParagraphEnds,
): { out: string; position: (at: number) => number } {
  const started = piece.trimStart();
  const lead = piece.length - started.length;
  const trimmed = started.trimEnd();
  if (ends === 'empty line' && !uneven.test(trimmed)) {
    return { out: trimmed.replaceAll('\n', ' '), position: (at) => within(at - lead, trimmed) };
  }
  const changed: { readonly at: number; readonly units: number; readonly put: number }[] = [];
  const out = trimmed.replace(/\s{2,}|[^\S ]/g, (spaces: string, at: number) => {
    const isEnd =
      paragraphEnd[ends].test(spaces) &&
      !readsOn(trimmed.slice(0, at), trimmed.slice(at + spaces.length));
    const put = isEnd ? paragraphMark : ' ';
    if (spaces.length !== put.length) {
      changed.push({ at, units: spaces.length, put: put.length });
    }
    return put;
  });
  const position = (at: number) => {
    let moved = at - lead;
    for (const gap of changed) {
      const passed = at - lead - gap.at;
      if (passed >= gap.units) moved += gap.put - gap.units;
      else if (passed > 0) moved += Math.min(gap.put, passed) - passed;
    }
    return within(moved, out);
  };
  return { out, position };
}

const within = (at: number, text: string): number => Math.max(0, Math.min(at, text.length));
