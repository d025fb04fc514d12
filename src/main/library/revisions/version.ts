import { normalText, type NormalText } from '../../../shared/anchoring/normal-text.ts';
import { describePassage } from '../../../shared/anchoring/describe.ts';
import { resolvePassage } from '../../../shared/anchoring/resolve.ts';
import type { Block, HiddenRange, Mark, TextRange } from '../../../shared/model/ranges.ts';

/** A text with its blocks. */
export interface Layered {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** The file a new version was read from. */
export interface NewOriginal {
  readonly sha256: string;
  readonly bytes: number;
  readonly name: string;
  readonly format: string;
}

/** A new text for an article, as a person typed it or as it was read from a file. */
export interface NewText extends Layered {
  readonly marks: readonly Mark[];
  /** What the cleaning rules hide or offer in it, or what a person decided. */
  readonly hidden: readonly HiddenRange[];
  /** `hidden` is a person's last word: nothing of the old version is added or taken away. */
  readonly hiddenIsDecided?: boolean;
  /** Null where a person corrected the text. */
  readonly original: NewOriginal | null;
}

/** An article's text before and after a revision. */
export interface Revision {
  readonly article: number;
  readonly before: Layered;
  readonly after: NewText;
  /** The number of the new version. */
  readonly version: number;
  /** The new text as passages are looked for in it. */
  readonly normal: NormalText;
}

export const revision = (
  article: number,
  before: Layered,
  after: NewText,
  version: number,
): Revision => ({ article, before, after, version, normal: normalText(after.text) });

/** Where the very words of a range of the old text stand in the new one; null where they do not. */
export function sameWords({ before, after, normal }: Revision, range: TextRange): TextRange | null {
  if (!(range.start < range.end && range.end <= before.text.length)) return null;
  const found = resolvePassage(normal, describePassage(before.text, range));
  if (found.state === 'orphaned') return null;
  const { start, end } = found;
  const words = before.text.slice(range.start, range.end);
  return after.text.slice(start, end) === words ? { start, end } : null;
}
