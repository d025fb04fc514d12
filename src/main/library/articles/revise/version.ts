import { normalText, type NormalText } from '../../../../shared/anchoring/normal-text.ts';
import { describePassage } from '../../../../shared/anchoring/describe.ts';
import { resolvePassage } from '../../../../shared/anchoring/resolve.ts';
import type { Block, TextRange } from '../../../../shared/model/ranges.ts';

/** A text with its blocks. */
export interface Layered {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** An article's text before and after a revision. */
export interface Revision {
  readonly article: number;
  readonly before: Layered;
  readonly after: Layered;
  /** The number of the new version. */
  readonly version: number;
  /** The new text as passages are looked for in it. */
  readonly normal: NormalText;
}

export const revision = (
  article: number,
  before: Layered,
  after: Layered,
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
