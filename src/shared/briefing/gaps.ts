import type { DocumentBlock, DocumentText } from './document-text.ts';

/** Headings under which a briefing lists what is not known. */
const gapHeading = /^(?:(?:open|information|intelligence|remaining) )?(?:gaps|questions)$/iu;

/** The blocks of a document that stand in a section of open gaps. */
export function gapBlocks({ text, blocks }: DocumentText): ReadonlySet<DocumentBlock> {
  const found = new Set<DocumentBlock>();
  let level: number | null = null;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      const depth = block.level ?? 1;
      if (gapHeading.test(text.slice(block.start, block.end).trim())) level = depth;
      else if (level !== null && depth <= level) level = null;
    } else if (level !== null) found.add(block);
  }
  return found;
}
