import type { LexicalContent } from '../model/document.ts';
import { blocksOf, citation, paragraph, stringOf, text, type ContentNode } from './content.ts';
import { quoted } from './quoted.ts';
import { quotationSection } from './template.ts';

/** A paragraph that quotes a passage and cites it. */
const quotation = (annotationId: string, passage: string): ContentNode =>
  paragraph(text(quoted(passage)), citation(annotationId));

const isEmpty = (node: ContentNode | undefined): boolean =>
  node?.type === 'paragraph' && (node.children ?? []).length === 0;

const words = (node: ContentNode): string =>
  stringOf(node, 'text') + (node.children ?? []).map(words).join('');

/**
 * Adds a quotation with its citation where the section for quotations ends, or at the end of a
 * document that has none. An empty paragraph there gives its place to it.
 */
export function appendQuotation(
  document: LexicalContent,
  annotationId: string,
  passage: string,
): LexicalContent {
  const blocks = [...blocksOf(document)];
  const section = blocks.findIndex(
    (node) => node.type === 'heading' && words(node).trim() === quotationSection,
  );
  const next = blocks.findIndex((node, index) => index > section && node.type === 'heading');
  const end = section === -1 || next === -1 ? blocks.length : next;
  const replaced = isEmpty(blocks[end - 1]) ? 1 : 0;
  blocks.splice(end - replaced, replaced, quotation(annotationId, passage));
  return { ...document, root: { ...document.root, children: blocks } };
}
