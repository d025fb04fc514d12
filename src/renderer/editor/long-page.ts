import type { LexicalEditor } from 'lexical';

/** Top-level blocks up to which a document is laid out and drawn whole. */
const shortEnough = 60;

/** True for a document of which only what is in sight is drawn. */
export const isLong = (blocks: number): boolean => blocks > shortEnough;

/** Says on the page's element whether the document is long; the style sheet does the rest. */
export function registerLongPage(editor: LexicalEditor): () => void {
  const mark = () => {
    const root = editor.getRootElement();
    root?.toggleAttribute('data-long', isLong(root.childElementCount));
  };
  return editor.registerUpdateListener(mark);
}
