import { AttacheError } from '../contract/errors.ts';
import type { BlockChange, LexicalContent } from '../model/document.ts';

/**
 * The one stretch of top-level blocks in which two states of a document differ. Blocks are the same
 * where they are the same object.
 */
export function blockChange(from: LexicalContent, to: LexicalContent): BlockChange {
  const old = from.root.children;
  const now = to.root.children;
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start += 1;
  let behind = 0;
  while (behind < shorter - start && old.at(-1 - behind) === now.at(-1 - behind)) behind += 1;
  return {
    start,
    removed: old.length - behind - start,
    blocks: now.slice(start, now.length - behind),
  };
}

/** The state of a document after a change. Throws `invalid-input` where it has no such blocks. */
export function withBlockChange(
  document: LexicalContent,
  { start, removed, blocks }: BlockChange,
): LexicalContent {
  const { children } = document.root;
  if (start + removed > children.length) {
    throw new AttacheError(
      'invalid-input',
      `The document has ${children.length} blocks; there is nothing to change up to ${start + removed}.`,
      { field: 'change' },
    );
  }
  return {
    ...document,
    root: { ...document.root, children: children.toSpliced(start, removed, ...blocks) },
  };
}
